/// A number as decimal digits, so that rounding does what people expect on paper.
///
/// Binary rounding turns 2.675 into 2.67; the digits a person sees are 2.675, and they round to 2.68.
struct DecimalDigits: Equatable {
  /// The digits from the first that is not zero.
  var digits: [UInt8]
  /// How many of the digits stand before the decimal mark; may be negative.
  var point: Int

  /// The shortest digits that read back the same number; the sign is dropped.
  init(_ value: Double) {
    let text = "\(value.magnitude)"
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    for (index, byte) in text.utf8.enumerated() {
      if byte == UInt8(ascii: ".") {
        point = digits.count
      } else if byte == UInt8(ascii: "e") {
        exponent =
          Int(text.utf8.dropFirst(index + 1).map { String(UnicodeScalar($0)) }.joined()) ?? 0
        break
      } else if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") {
        digits.append(byte - UInt8(ascii: "0"))
      }
    }
    let zeros = digits.prefix { $0 == 0 }.count
    self.digits = Array(digits.dropFirst(zeros))
    self.point = self.digits.isEmpty ? 0 : (point ?? digits.count) - zeros + exponent
    while self.digits.last == 0 { self.digits.removeLast() }
  }

  /// The digits rounded to a number of decimals, half away from zero.
  func rounded(decimals: Int) -> DecimalDigits {
    let kept = point + decimals
    guard kept < digits.count else { return self }
    guard kept >= 0 else { return DecimalDigits(0) }
    var result = self
    let up = digits[kept] >= 5
    result.digits = Array(digits.prefix(kept))
    guard up else { return result.trimmed }
    var index = kept - 1
    while index >= 0 {
      guard result.digits[index] == 9 else {
        result.digits[index] += 1
        return result.trimmed
      }
      result.digits[index] = 0
      index -= 1
    }
    result.digits.insert(1, at: 0)
    result.point += 1
    return result.trimmed
  }

  /// The digits before the decimal mark, at least one.
  var whole: String {
    guard point > 0 else { return "0" }
    return (0..<point).map { String($0 < digits.count ? digits[$0] : 0) }.joined()
  }

  /// A number of digits after the decimal mark.
  func fraction(_ decimals: Int) -> String {
    (0..<max(0, decimals)).map { place in
      let index = point + place
      return digits.indices.contains(index) ? String(digits[index]) : "0"
    }.joined()
  }

  /// Whether nothing is left.
  var isZero: Bool { digits.isEmpty }

  private var trimmed: DecimalDigits {
    var result = self
    while result.digits.last == 0 { result.digits.removeLast() }
    if result.digits.isEmpty { result.point = 0 }
    return result
  }
}
