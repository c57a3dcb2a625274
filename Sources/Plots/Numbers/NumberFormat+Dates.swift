extension NumberFormat {
  /// A date in words: `9 Dec 2011`.
  package func date(_ day: Day) -> String {
    filled(locale.date, day)
  }

  /// A date without its year: `9 Dec`.
  package func dayAndMonth(_ day: Day) -> String {
    filled(locale.dayAndMonth, day)
  }

  /// The short name of a month, 1 for January.
  package func month(_ month: Int) -> String {
    locale.months.indices.contains(month - 1) ? locale.months[month - 1] : ""
  }

  /// From one day to another: `1 Dec 2010 – 9 Dec 2011`, or `1 Jan – 31 Dec 2025` in one year.
  package func dates(_ first: Day, _ last: Day) -> String {
    guard first != last else { return date(first) }
    let start = first.parts.year == last.parts.year ? dayAndMonth(first) : date(first)
    return start + " – " + date(last)
  }

  /// From one number to another: `12–19`, with thin spaces when a sign comes in between.
  package func range(_ low: Double, _ high: Double) -> String {
    let dash = low < 0 || high < 0 ? "\u{2009}–\u{2009}" : "–"
    return number(low) + dash + number(high)
  }

  private func filled(_ pattern: String, _ day: Day) -> String {
    let (year, month, dayOfMonth) = day.parts
    var text = ""
    for piece in pattern.split(separator: "}", omittingEmptySubsequences: false) {
      let halves = piece.split(separator: "{", omittingEmptySubsequences: false)
      text += halves[0]
      guard halves.count == 2 else { continue }
      switch halves[1] {
      case "d": text += String(dayOfMonth)
      case "M": text += self.month(month)
      case "y": text += String(year)
      default: break
      }
    }
    return text
  }
}
