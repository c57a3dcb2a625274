/// Drops rows in which a number is zero.
package struct ZeroValues: CleaningRule {
  package let name = "zero"

  /// Makes the rule.
  package init() {}

  package func brokenRows(of column: Column, standing: [Bool]) -> [Bool] {
    switch column.values {
    case .numbers(let column): zip(column.values, column.states).map { $0 == 0 && $1 == .value }
    case .dates, .texts: Array(repeating: false, count: column.values.count)
    }
  }
}
