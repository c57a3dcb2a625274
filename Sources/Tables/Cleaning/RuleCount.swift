/// How many rows a rule dropped.
package struct RuleCount: Sendable, Equatable {
  /// The name of the rule.
  package let rule: String
  /// The rows it dropped, each counted for its first reason only.
  package let rows: Int

  /// Makes a count.
  package init(rule: String, rows: Int) {
    self.rule = rule
    self.rows = rows
  }
}
