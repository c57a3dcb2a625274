/// A row that was dropped, and why.
package struct RejectedRow: Sendable, Equatable {
  /// The line of the file where the row begins.
  package let line: Int
  /// The first column that breaks the rule.
  package let column: String
  /// What stands in that column.
  package let value: String
  /// The name of the rule.
  package let rule: String

  /// Makes a rejected row.
  package init(line: Int, column: String, value: String, rule: String) {
    self.line = line
    self.column = column
    self.value = value
    self.rule = rule
  }
}
