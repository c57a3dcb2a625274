/// Writes numbers, shares, money and dates as one country does.
///
/// The same value is always written the same way, so that a title, a bar and a table agree.
package struct NumberFormat: Sendable, Hashable {
  /// The country's customs.
  package let locale: NumberLocale
  /// The sign or code of the money, such as `£` or `CHF`; nil when the data name none.
  package let currency: String?

  /// A way to write numbers.
  package init(locale: NumberLocale = .enUS, currency: String? = nil) {
    self.locale = locale
    self.currency = currency.map(Self.sign(of:))
  }

  /// A whole number in full: `12,480`.
  package func integer(_ value: Int) -> String {
    let text = grouped(String(value.magnitude))
    return value < 0 ? Self.minus + text : text
  }

  /// A number with a fixed number of decimals: `1,234.50`.
  package func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return Self.missing }
    guard value.magnitude < Self.longest else { return power(value) }
    let digits = DecimalDigits(value).rounded(decimals: decimals)
    var text = grouped(digits.whole)
    if decimals > 0 { text += locale.decimal + digits.fraction(decimals) }
    return value < 0 && !digits.isZero ? Self.minus + text : text
  }

  /// A number as short as it stays useful: whole below 10,000, else three digits and a unit.
  ///
  /// `4,112`, `12.3k`, `1.23M`, `0.0471`. Broken numbers below 1,000 get three digits.
  package func number(_ value: Double) -> String {
    guard value.isFinite else { return Self.missing }
    let size = value.magnitude
    if size == size.rounded(), size < 10_000 { return fixed(value, decimals: 0) }
    return short(value, unit: unit(for: size))
  }

  /// A number of three digits at most without zeros at its end: `0.04` where `number` has `0.0400`.
  ///
  /// For settings that somebody wrote down; measured values keep their zeros.
  package func shortest(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1 else { return number(value) }
    let most = Self.decimals(forThreeDigitsOf: value)
    let digits = DecimalDigits(value).rounded(decimals: most)
    let kept = digits.fraction(most).reversed().drop { $0 == "0" }.count
    return fixed(value, decimals: kept)
  }

  /// The unit in which all numbers of one axis or column are written; nil below 10,000.
  package func unit(for largest: Double) -> NumberLocale.Unit? {
    guard largest.magnitude >= 10_000, largest.magnitude < Self.longest else { return nil }
    // 999,960 would print as 1,000k.
    return locale.units.last { largest.magnitude * 1.0005 >= $0.value }
  }

  /// A number in a given unit, with three digits.
  func short(_ value: Double, unit: NumberLocale.Unit?) -> String {
    let scaled = value / (unit?.value ?? 1)
    let text = fixed(scaled, decimals: Self.decimals(forThreeDigitsOf: scaled))
    return text + (unit?.word ?? "")
  }

  /// A change, always with its sign: `+4`, `−0.5`, `±0`.
  package func signed(_ value: Double) -> String {
    Self.signed(value, text: number(value.magnitude))
  }

  /// How many times as much: `×4.4`.
  package func times(_ value: Double) -> String {
    guard value.isFinite else { return Self.missing }
    let decimals = value.magnitude >= 9.95 ? 0 : value.magnitude >= 0.995 ? 1 : 2
    return "×" + fixed(value, decimals: decimals)
  }

  /// From here on digits in full say nothing.
  static let longest = 1e15

  /// A number with its power of ten: `1.2×10¹⁸`.
  private func power(_ value: Double) -> String {
    let digits = DecimalDigits(value)
    let first = digits.digits.prefix(3).map(String.init).joined()
    let rest = first.count > 1 ? locale.decimal + first.dropFirst() : ""
    let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let exponent = String(digits.point - 1).compactMap(\.wholeNumberValue)
      .map { String(superscripts[$0]) }.joined()
    return (value < 0 ? Self.minus : "") + first.prefix(1) + rest + "×10" + exponent
  }

  /// What stands where there is no number.
  package static let missing = "–"
  /// The minus sign.
  package static let minus = "\u{2212}"

  /// The decimals that give a number three digits.
  static func decimals(forThreeDigitsOf value: Double) -> Int {
    let size = value.magnitude
    guard size > 0, size.isFinite else { return 0 }
    if size >= 99.95 { return 0 }
    if size >= 9.995 { return 1 }
    if size >= 0.9995 { return 2 }
    // One decimal more for each zero after the mark.
    var decimals = 3
    var left = size
    while left < 0.09995, decimals < 12 {
      left *= 10
      decimals += 1
    }
    return decimals
  }

  /// A text with the sign of a value before it.
  static func signed(_ value: Double, text: String) -> String {
    guard value.isFinite else { return missing }
    let isZero = !text.contains { ("1"..."9").contains($0) }
    return (isZero ? "±" : value < 0 ? minus : "+") + text
  }

  /// Digits in groups.
  func grouped(_ digits: String) -> String {
    let digits = Array(digits)
    let first = locale.groupSizes.first ?? 3
    guard digits.count >= first + locale.minimumGrouping else { return String(digits) }
    var groups: [String] = []
    var end = digits.count
    var size = first
    for next in locale.groupSizes.dropFirst() + [locale.groupSizes.last ?? 3] {
      guard end > size else { break }
      groups.append(String(digits[(end - size)..<end]))
      end -= size
      size = next
    }
    while end > size {
      groups.append(String(digits[(end - size)..<end]))
      end -= size
    }
    groups.append(String(digits[0..<end]))
    return groups.reversed().joined(separator: locale.group)
  }
}
