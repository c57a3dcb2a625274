/// How the numbers of an axis are written: all in one unit, all with the same decimals.
package enum AxisFormat: Sendable, Hashable {
  /// Plain numbers.
  case number
  /// Shares, where 1 is the whole, in percent.
  case percent
  /// Money.
  case money
  /// Plain numbers, always with a sign.
  case signed

  /// The labels of ticks.
  package func labels(for ticks: [Double], numbers: NumberFormat) -> [String] {
    switch self {
    case .percent:
      let values = ticks.map { $0 * 100 }
      let decimals = Self.decimals(of: values)
      return values.map { numbers.percentage(numbers.fixed($0, decimals: decimals)) }
    case .number: return Self.inOneUnit(ticks, numbers)
    case .money:
      return Self.inOneUnit(ticks.map(\.magnitude), numbers).enumerated().map {
        numbers.dressed($1, ticks[$0])
      }
    case .signed:
      return Self.inOneUnit(ticks, numbers).enumerated().map {
        ticks[$0] > 0 ? "+" + $1 : $1
      }
    }
  }

  /// One value as it would be written beside a mark.
  package func value(_ value: Double, numbers: NumberFormat) -> String {
    switch self {
    case .number: numbers.number(value)
    case .percent: numbers.percent(value)
    case .money: numbers.money(value)
    case .signed: numbers.signed(value)
    }
  }

  /// One tick of a log axis: in full below a million, else each in the unit that suits it.
  func logLabel(_ value: Double, upTo largest: Double, numbers: NumberFormat) -> String {
    let scaled = self == .percent ? value * 100 : value
    let isLong = largest >= 1e6
    let unit = isLong ? numbers.locale.units.last { scaled >= $0.value } : nil
    let short = scaled / (unit?.value ?? 1)
    let text = numbers.fixed(short, decimals: Self.decimals(of: [short])) + (unit?.word ?? "")
    switch self {
    case .number: return text
    case .percent: return numbers.percentage(text)
    case .money: return numbers.dressed(text, value)
    case .signed: return "+" + text
    }
  }

  private static func inOneUnit(_ ticks: [Double], _ numbers: NumberFormat) -> [String] {
    let largest = ticks.map(\.magnitude).max() ?? 0
    var unit = numbers.unit(for: largest)
    // 0.25M, 0.50M, … reads worse than 250k, 500k, …
    if let chosen = unit, decimals(of: ticks.map { $0 / chosen.value }) > 1 {
      unit = numbers.locale.units.last { $0.value < chosen.value } ?? chosen
    }
    let values = ticks.map { $0 / (unit?.value ?? 1) }
    let decimals = decimals(of: values)
    return values.map { value in
      let word = value == 0 ? "" : unit?.word ?? ""
      return numbers.fixed(value, decimals: value == 0 ? 0 : decimals) + word
    }
  }

  /// The decimals that show all values exactly, at most six.
  private static func decimals(of values: [Double]) -> Int {
    values.map { value in
      let digits = DecimalDigits(value).rounded(decimals: 6)
      return max(0, digits.digits.count - digits.point)
    }.max() ?? 0
  }
}
