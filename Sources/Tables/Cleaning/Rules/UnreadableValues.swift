/// Drops rows in which a cell is not what its column holds, or a date lies after the newest
/// possible day.
package struct UnreadableValues: CleaningRule {
  package let name = "unreadable"
  /// The last day a date can have, for example the day the file arrived; nil for no bound.
  package let latestDay: Int32?

  /// Makes the rule.
  package init(latestDay: Int32? = nil) {
    self.latestDay = latestDay
  }

  package func brokenRows(of column: Column, standing: [Bool]) -> [Bool] {
    switch column.values {
    case .numbers(let column):
      column.states.map { $0 == .unreadable }
    case .dates(let column):
      zip(column.days, column.states).map { day, state in
        switch state {
        case .value: day > latestDay ?? .max
        case .missing: false
        case .unreadable: true
        }
      }
    case .texts(let column):
      Array(repeating: false, count: column.count)
    }
  }
}
