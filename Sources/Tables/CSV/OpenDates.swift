/// Dates of a file whose beginning does not tell the day from the month.
package struct OpenDates: Sendable, Equatable {
  /// How many dates of the beginning are two different days in the two orders.
  package let count: Int
  /// The order in which they are read: the likelier one.
  package let assumed: DateOrder?
  private var seen = DateOrderVote()

  init(_ count: Int, assumed: DateOrder?) {
    (self.count, self.assumed) = (count, assumed)
  }

  /// Whether the dates of the file are watched, because its beginning left their order open.
  var isWatching: Bool { count > 0 }

  /// The order that later dates have shown; nil if the beginning showed it or nothing did.
  package var shown: DateOrder? { count > 0 && seen.yearLast > 0 ? seen.order : nil }

  /// Whether nothing read so far shows the order of dates for which it matters.
  package var isOpen: Bool { count > 0 && shown == nil }

  /// Whether later dates show that the assumed order was wrong: earlier days are wrong then.
  package var isWrong: Bool { shown != nil && shown != assumed }

  /// Adds what a batch shows.
  mutating func add(_ vote: DateOrderVote) {
    if isWatching { seen.add(vote) }
  }

  /// What a reader of the report should know.
  var findings: [Finding] {
    guard isOpen || isWrong, let assumed else { return [] }
    let read = assumed == .dmy ? "day" : "month"
    return [
      Finding(
        id: isOpen ? "date-order-undecided" : "date-order-wrong",
        numbers: ["dates": Double(count)],
        text: isOpen
          ? "No date shows whether the day or the month comes first; they were read with the "
            + "\(read) first."
          : "Dates were read with the \(read) first until later ones showed that it comes second; "
            + "say the order of dates in the configuration.",
      )
    ]
  }
}
