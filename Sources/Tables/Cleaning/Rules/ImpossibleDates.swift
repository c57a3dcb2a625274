/// Drops rows with a date that cannot be: before 1970, or after the newest possible day.
///
/// Such a date reads well but says nothing, so its rows count as unreadable.
package struct ImpossibleDates: CleaningRule {
  package let name = "unreadable"
  /// The last day a date can have, for example the day the file arrived; nil for no bound.
  package let latestDay: Int32?

  /// Makes the rule.
  package init(latestDay: Int32? = nil) {
    self.latestDay = latestDay
  }

  package func brokenRows(of column: Column, standing: [Bool]) -> [Int] {
    switch column.values {
    case .dates(let column):
      let latest = latestDay ?? .max
      return column.states.rows(of: .value) { row in
        column.days[row] < 0 || column.days[row] > latest
      }
    case .numbers, .texts:
      return []
    }
  }
}
