/// How a country writes numbers, money and dates.
package struct NumberLocale: Sendable, Hashable {
  /// A short word for a power of ten.
  package struct Unit: Sendable, Hashable {
    /// What one unit stands for, such as 1,000.
    package let value: Double
    /// The word, such as `k`, with the space before it if there is one.
    package let word: String
  }

  /// The name, such as `en_US`.
  package let name: String
  /// Between whole and broken part.
  package let decimal: String
  /// Between groups of digits.
  package let group: String
  /// Groups are written only when the first has at least this many digits.
  package let minimumGrouping: Int
  /// Digits in a group, from the right; the last repeats.
  package let groupSizes: [Int]
  /// Money with `¤` for the sign and `#` for the number.
  package let money: String
  /// A percentage with `#` for the number.
  package let percent: String
  /// The sign of the country's own money when none is named.
  let homeSign: String
  /// Words for large numbers, smallest first.
  package let units: [Unit]
  /// From January.
  let months: [String]
  /// A date with `d`, `M` and `y` in braces.
  let date: String
  /// A date without its year.
  let dayAndMonth: String

  /// The customs of a country by name (`en_US` or `en-US`); nil when they are not known.
  package static func named(_ name: String) -> NumberLocale? {
    let wanted = String(name.map { $0 == "-" ? "_" : $0 })
    return all.first { $0.name == wanted }
  }

  /// The customs of the United States.
  package static let enUS = all[0]
}
