/// A number's digits and marks, without what stands around them: sign, currency, percent, parentheses.
struct OrnamentedNumber {
  /// The first byte of the digits and marks.
  private(set) var start: Int
  /// The byte after them.
  private(set) var end: Int
  /// Whether a minus sign or parentheses stand around them.
  private(set) var isNegative = false
  /// Whether nothing is left but a dash beside a currency, as accounting formats write zero.
  private(set) var isDash = false
  private var signs = 0
  private var currencies = 0
  private var words = 0
  private var percents = 0
  private var opened = 0
  private var closed = 0
  private var hasTouchingWord = false
  private let mark: UInt8

  /// Takes off what stands around a number; nil if that cannot stand around one, or nothing is left.
  init?(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ mark: DecimalMark) {
    (self.start, self.end, self.mark) = (start, end, mark.byte)
    takeSpreadsheetText(bytes)
    guard takeFront(bytes), takeBack(bytes), signs <= 1 else { return nil }
    // "$12.00 USD" names its currency twice.
    guard currencies <= 1, words <= 1, percents <= 1, percents == 0 || currencies + words == 0
    else { return nil }
    guard opened == closed, opened == 0 || (opened == 1 && signs == 0) else { return nil }
    if opened == 1 { isNegative = true }
    guard self.start < self.end else {
      isDash = currencies + words > 0 && signs == 1 && isNegative
      if isDash { return }
      return nil
    }
    // "RM1001" is an article rather than an amount; "RM1001.00" is none.
    guard !hasTouchingWord || hasMark(bytes) else { return nil }
  }

  /// Takes off the apostrophe, or ="…", by which a spreadsheet is told to leave a cell alone.
  private mutating func takeSpreadsheetText(_ bytes: Span<UInt8>) {
    guard end - start > 1 else { return }
    if bytes[start] == UInt8(ascii: "'") {
      start += 1
    } else if end - start > 3, bytes[start] == UInt8(ascii: "="),
      bytes[start + 1] == UInt8(ascii: "\""), bytes[end - 1] == UInt8(ascii: "\"")
    {
      start += 2
      end -= 1
    }
  }

  private mutating func takeFront(_ bytes: Span<UInt8>) -> Bool {
    while start < end {
      let (scalar, length) = CellScalar.first(bytes, start, end)
      if (0x30...0x39).contains(scalar) || scalar == UInt32(mark) { return true }
      if CellScalar.isLetter(scalar) {
        guard takeWordAtFront(bytes) else { return false }
      } else {
        guard take(scalar, isFront: true) else { return false }
        start += length
      }
    }
    return true
  }

  private mutating func takeBack(_ bytes: Span<UInt8>) -> Bool {
    while start < end {
      let (scalar, length) = CellScalar.last(bytes, start, end)
      if (0x30...0x39).contains(scalar) { return true }
      let isAfterLetter =
        end - length > start
        && CellScalar.isLetter(CellScalar.last(bytes, start, end - length).0)
      if scalar == UInt32(mark), !isAfterLetter { return true }
      if CellScalar.isLetter(scalar) || scalar == UInt32(UInt8(ascii: ".")) {
        guard takeWordAtBack(bytes) else { return false }
      } else {
        guard take(scalar, isFront: false) else { return false }
        end -= length
        if CellScalar.isMinus(scalar), end > start, bytes[end - 1] == mark {
          // "12,–" is a price without cents, nothing negative.
          isNegative = false
        }
      }
    }
    return true
  }

  /// Takes off one character that is no letter; false if it cannot stand here.
  private mutating func take(_ scalar: UInt32, isFront: Bool) -> Bool {
    if CellScalar.isBlank(scalar) { return true }
    if CellScalar.isCurrencySign(scalar) {
      currencies += 1
    } else if scalar == UInt32(UInt8(ascii: "%")) {
      percents += 1
    } else if CellScalar.isMinus(scalar) {
      signs += 1
      isNegative = true
    } else if scalar == UInt32(UInt8(ascii: "+")), isFront {
      signs += 1
    } else if scalar == UInt32(UInt8(ascii: "(")), isFront {
      opened += 1
    } else if scalar == UInt32(UInt8(ascii: ")")), !isFront {
      closed += 1
    } else {
      return false
    }
    return true
  }

  /// Takes off a word like "EUR", "Rs." or the letters of "US$" before the digits.
  private mutating func takeWordAtFront(_ bytes: Span<UInt8>) -> Bool {
    var stop = start
    while stop < end {
      let (scalar, length) = CellScalar.first(bytes, stop, end)
      let isPoint = scalar == UInt32(UInt8(ascii: ".")) || scalar == UInt32(UInt8(ascii: "/"))
      guard CellScalar.isLetter(scalar) || isPoint else { break }
      stop += length
    }
    guard CurrencyWord.matches(bytes, start, stop) else { return false }
    let isBeforeSign =
      stop < end && CellScalar.isCurrencySign(CellScalar.first(bytes, stop, end).0)
    if !isBeforeSign { words += 1 }
    if stop < end, isDigit(bytes[stop]), bytes[stop - 1] != UInt8(ascii: ".") {
      hasTouchingWord = true
    }
    start = stop
    return true
  }

  /// Takes off a word like "EUR" or "kr." after the digits.
  private mutating func takeWordAtBack(_ bytes: Span<UInt8>) -> Bool {
    var stop = end
    while stop > start {
      let (scalar, length) = CellScalar.last(bytes, start, stop)
      guard CellScalar.isLetter(scalar) || (stop == end && scalar == UInt32(UInt8(ascii: ".")))
      else { break }
      stop -= length
    }
    guard CurrencyWord.matches(bytes, stop, end) else { return false }
    words += 1
    if stop > start, isDigit(bytes[stop - 1]) { hasTouchingWord = true }
    end = stop
    return true
  }

  private func hasMark(_ bytes: Span<UInt8>) -> Bool {
    for position in start..<end where !isDigit(bytes[position]) { return true }
    return false
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }
}
