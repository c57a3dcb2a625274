import Plots

/// A value of the report that a text can tell.
enum ReportValue {
  case count(Int)
  case number(Double)
  case share(Double)
  /// A value of a measure, written as its pages write it.
  case measured(Double, Measure)
  case text(String)
  case day(Day)
  case list([String])

  /// What a filter can be applied to.
  enum Kind: String, Sendable {
    case number, text, day, list
  }

  /// The value as a number; nil where it is none.
  var number: Double? {
    switch self {
    case .count(let count): Double(count)
    case .number(let number), .share(let number), .measured(let number, _): number
    case .text, .day, .list: nil
    }
  }

  /// The value as pages write it.
  func text(_ reading: Reading) -> String {
    switch self {
    case .count(let count): reading.format.integer(count)
    case .number(let number): reading.format.number(number)
    case .share(let share): reading.format.percent(share)
    case .measured(let number, let measure): measure.text(number)
    case .text(let text): text
    case .day(let day): reading.format.date(day)
    case .list(let parts): reading.words.list(parts)
    }
  }
}
