/// Ticks of an axis whose values are days.
enum TimeTicks {
  struct Tick: Equatable {
    let value: Double
    let label: String
    /// Written below the first tick of a year.
    let year: String?
  }

  private enum Step {
    case days(Int)
    case months(Int)
    case years(Int)

    /// The usual length in days.
    var days: Double {
      switch self {
      case .days(let count): Double(count)
      case .months(let count): Double(count) * 30.4
      case .years(let count): Double(count) * 365.25
      }
    }
  }

  private static let steps: [Step] = [
    .days(1), .days(7), .months(1), .months(3), .months(6), .years(1), .years(2), .years(5),
    .years(10), .years(50),
  ]

  /// At most as many ticks as fit, at the starts of days, weeks, months or years.
  static func ticks(_ low: Double, _ high: Double, most: Int, numbers: NumberFormat) -> [Tick] {
    guard low.isFinite, high >= low, high - low < 2_000_000 else { return [] }
    let first = Day(number: Int(low.rounded(.up)))
    let last = Day(number: Int(high.rounded(.down)))
    guard first <= last else { return [] }
    let span = high - low
    let step =
      steps.first { span / $0.days <= Double(max(1, most)) }
      ?? .years(Int((span / 36_525 / Double(max(1, most))).rounded(.up)) * 100)
    var year: Int?
    return days(first, last, step).map { day in
      let parts = day.parts
      let isNew = parts.year != year
      year = parts.year
      switch step {
      case .days:
        return Tick(
          value: Double(day.number),
          label: numbers.dayAndMonth(day),
          year: isNew ? String(parts.year) : nil
        )
      case .months:
        return Tick(
          value: Double(day.number),
          label: numbers.month(parts.month),
          year: isNew ? String(parts.year) : nil
        )
      case .years:
        return Tick(value: Double(day.number), label: String(parts.year), year: nil)
      }
    }
  }

  private static func days(_ first: Day, _ last: Day, _ step: Step) -> [Day] {
    var days: [Day] = []
    switch step {
    case .days(let count):
      // Day 4 is a Monday: weeks begin there whatever the data begin with.
      let start = count == 7 ? first.number + (4 - first.number % 7 + 7) % 7 : first.number
      days = stride(from: start, through: last.number, by: count).map(Day.init(number:))
    case .months(let count):
      let (year, month, _) = first.parts
      var index = (year * 12 + month - 1) / count * count
      while days.count < 200 {
        if let day = Day(year: index / 12, month: index % 12 + 1, day: 1) {
          if day > last { break }
          if day >= first { days.append(day) }
        } else if index / 12 > 9999 {
          break
        }
        index += count
      }
    case .years(let count):
      let from = first.parts.year / count * count
      days = stride(from: from, through: last.parts.year, by: count)
        .compactMap { Day(year: $0, month: 1, day: 1) }.filter { $0 >= first && $0 <= last }
    }
    return days
  }
}
