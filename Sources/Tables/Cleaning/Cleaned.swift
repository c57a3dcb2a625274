/// What is left of a table after cleaning, and what became of the rest.
package struct Cleaned: Sendable, Equatable {
  /// The rows that break no rule, in their order.
  package var table: Table
  /// The rows that were dropped, in their order, each with its first reason.
  package var rejected: [RejectedRow]
  /// How many rows each rule dropped, in the order in which reasons count.
  package var counts: [RuleCount]
  /// The rules that did not look at a column because too many of its rows break them.
  package var findings: [Finding]
  /// How many rows break such a rule in the column where most do; other rules are absent.
  package var passed: [String: Int]

  /// How many rows the rule of this name dropped.
  package func count(of rule: String) -> Int {
    counts.first { $0.rule == rule }?.rows ?? 0
  }
}
