/// Drops rows in which a cell is empty.
package struct MissingValues: CleaningRule {
  package let name = "missing"

  /// Makes the rule.
  package init() {}

  package func brokenRows(of column: Column, standing: [Bool]) -> [Bool] {
    switch column.values {
    case .numbers(let column): column.states.map { $0 == .missing }
    case .dates(let column): column.states.map { $0 == .missing }
    case .texts(let column): (0..<column.count).map { column.isMissing(at: $0) }
    }
  }
}
