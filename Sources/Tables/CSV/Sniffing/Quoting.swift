/// How the fields of a file are quoted, and how a quote within them is written.
struct Quoting: Equatable {
  /// The byte around fields.
  var quote = UInt8(ascii: "\"")
  /// Whether a backslash makes a quote text.
  var hasBackslashEscapes = false

  /// A dialect with this quoting.
  func applied(to dialect: CSVDialect) -> CSVDialect {
    var dialect = dialect
    dialect.quote = quote
    dialect.hasBackslashEscapes = hasBackslashEscapes
    return dialect
  }

  /// Finds out how the fields of a text are quoted.
  ///
  /// Double quotes that are doubled within a field, unless single quotes stand at both ends of
  /// fields and no double ones do, or backslashes before quotes make records agree better.
  init(sniffing text: [UInt8], _ range: Range<Int>, isWhole: Bool) {
    let signs = Signs(text, range.lowerBound..<min(range.upperBound, range.lowerBound + 1 << 17))
    if signs.areSingleQuotes {
      quote = UInt8(ascii: "'")
      return
    }
    guard signs.escapesInside > 0, signs.escapesInside >= signs.escapesAtEnd else { return }
    var sniffer = DelimiterSniffer(text: text, range: range, isWhole: isWhole)
    let doubled = sniffer.best()?.score ?? -1
    sniffer.quoting = Quoting(hasBackslashEscapes: true)
    hasBackslashEscapes = (sniffer.best()?.score ?? -1) >= doubled - 0.02
  }

  /// Makes a quoting.
  init(quote: UInt8 = UInt8(ascii: "\""), hasBackslashEscapes: Bool = false) {
    (self.quote, self.hasBackslashEscapes) = (quote, hasBackslashEscapes)
  }

  /// How often quotes stand where they mean something.
  private struct Signs {
    private var singleOpens = 0
    private var singleCloses = 0
    private var doubleOpens = 0
    /// Escaped quotes with text behind them.
    private(set) var escapesInside = 0
    /// Escaped quotes, or backslashes at the end of a field.
    private(set) var escapesAtEnd = 0

    init(_ text: [UInt8], _ range: Range<Int>) {
      for position in range {
        let byte = text[position]
        guard byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") else { continue }
        let before = position > range.lowerBound ? text[position - 1] : 0x0a
        let after = position + 1 < range.upperBound ? text[position + 1] : 0x0a
        if byte == UInt8(ascii: "'") {
          if Self.isBorder(before) { singleOpens += 1 }
          if Self.isBorder(after) { singleCloses += 1 }
        } else if before == UInt8(ascii: "\\") {
          if Self.isBorder(after) { escapesAtEnd += 1 } else { escapesInside += 1 }
        } else if Self.isBorder(before) {
          doubleOpens += 1
        }
      }
    }

    /// A spreadsheet's apostrophe stands before a cell, never behind it.
    var areSingleQuotes: Bool {
      doubleOpens == 0 && singleOpens >= 2 && singleCloses * 10 >= singleOpens * 9
        && singleOpens * 10 >= singleCloses * 9
    }

    private static func isBorder(_ byte: UInt8) -> Bool {
      byte == 0x0a || byte == 0x0d || DelimiterSniffer.candidates.contains(byte)
    }
  }
}
