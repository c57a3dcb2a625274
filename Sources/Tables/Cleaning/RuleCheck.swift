/// A rule and the columns of the table it looks at.
package struct RuleCheck: Sendable {
  /// The rule.
  package let rule: any CleaningRule
  /// The indexes of its columns in the table.
  package let columns: [Int]

  /// Makes a check.
  package init(_ rule: any CleaningRule, columns: [Int]) {
    self.rule = rule
    self.columns = columns
  }
}
