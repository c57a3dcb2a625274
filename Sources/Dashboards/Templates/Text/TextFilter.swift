import Plots

/// A way to write a value: the word behind a `|` in a text.
enum TextFilter: Sendable, Equatable {
  /// In full, with marks between thousands.
  case num
  /// As short as it stays useful: `12.3k`.
  case short
  /// A share in percent, with so many decimals.
  case pct(Int?)
  case money
  case date
  /// Always with its sign.
  case signed
  /// How many times as much: `×4.4`.
  case times
  case list
  case upperFirst
  /// What is written where there is no value.
  case standIn(String)
  /// Without a value no page is drawn.
  case required

  /// The names, in the order in which they are told.
  static let names = [
    "num", "short", "pct", "money", "date", "signed", "times", "list", "upper_first", "default",
    "required",
  ]

  /// What it can be applied to; nil for everything.
  var kind: ReportValue.Kind? {
    switch self {
    case .num, .short, .pct, .money, .signed, .times: .number
    case .date: .day
    case .list: .list
    case .upperFirst: .text
    case .standIn, .required: nil
    }
  }

  func applied(to value: ReportValue, _ format: NumberFormat) -> ReportValue {
    if let number = value.number { return written(number, format).map { .text($0) } ?? value }
    if case .upperFirst = self, case .text(let text) = value { return .text(text.capitalizedFirst) }
    return value
  }

  private func written(_ number: Double, _ format: NumberFormat) -> String? {
    switch self {
    case .num:
      number == number.rounded() && number.magnitude < 1e15
        ? format.integer(Int(number)) : format.fixed(number, decimals: 2)
    case .short: format.number(number)
    case .pct(nil): format.percent(number)
    case .pct(let decimals?): format.percentage(format.fixed(number * 100, decimals: decimals))
    case .money: format.money(number)
    case .signed: format.signed(number)
    case .times: format.times(number)
    case .date, .list, .upperFirst, .standIn, .required: nil
    }
  }
}
