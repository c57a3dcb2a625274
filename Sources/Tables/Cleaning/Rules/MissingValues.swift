/// Drops rows in which a cell is empty.
package struct MissingValues: CleaningRule {
  package let name = "missing"

  /// Makes the rule.
  package init() {}

  package func brokenRows(of column: Column, standing: [Bool]) -> [Int] {
    switch column.values {
    case .numbers(let column): column.states.rows(of: .missing)
    case .dates(let column): column.states.rows(of: .missing)
    case .texts(let column): column.missingRows
    }
  }
}
