/// Drops rows in which a number is zero.
package struct ZeroValues: CleaningRule {
  package let name = "zero"

  /// Makes the rule.
  package init() {}

  package func brokenRows(of column: Column, standing: [Bool]) -> [Int] {
    switch column.values {
    case .numbers(let column): column.states.rows(of: .value) { column.values[$0] == 0 }
    case .dates, .texts: []
    }
  }
}
