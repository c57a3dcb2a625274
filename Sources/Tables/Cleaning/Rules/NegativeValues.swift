/// Drops rows in which a number is below zero.
package struct NegativeValues: CleaningRule {
  package let name = "negative"

  /// Makes the rule.
  package init() {}

  package func brokenRows(of column: Column, standing: [Bool]) -> [Bool] {
    switch column.values {
    case .numbers(let column): zip(column.values, column.states).map { $0 < 0 && $1 == .value }
    case .dates, .texts: Array(repeating: false, count: column.values.count)
    }
  }
}
