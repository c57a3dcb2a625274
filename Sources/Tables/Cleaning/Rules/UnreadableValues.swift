/// Drops rows in which a cell is not what its column holds.
package struct UnreadableValues: CleaningRule {
  package let name = "unreadable"

  /// Makes the rule.
  package init() {}

  package func brokenRows(of column: Column, standing: [Bool]) -> [Int] {
    switch column.values {
    case .numbers(let column): column.states.rows(of: .unreadable)
    case .dates(let column): column.states.rows(of: .unreadable)
    case .texts: []
    }
  }
}
