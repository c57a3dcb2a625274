/// Which rows of a table break no rule, and what the others break; nothing is copied.
package struct Sifted: Sendable {
  /// A row that is to be dropped, and why.
  package struct Reject: Sendable {
    package let row: Int
    /// The first column that breaks the rule.
    package let column: Int
    /// The rule, by its place in `reasons`.
    package let reason: Int
  }

  /// One mark a row: whether it breaks no rule.
  package let standing: [Bool]
  /// The other rows, in their order, each with its first reason.
  package let rejects: [Reject]
  /// The names of the rules, in the order in which they count.
  package let reasons: [String]
  /// The rules that did not look at a column because too many of its rows break them.
  package let findings: [Finding]
  /// How many rows break such a rule in the column where most do; other rules are absent.
  package let passed: [String: Int]

  /// How many rows each rule drops, in the order in which reasons count.
  package var counts: [RuleCount] {
    var counts = Array(repeating: 0, count: reasons.count)
    for reject in rejects { counts[reject.reason] += 1 }
    return zip(reasons, counts).map { RuleCount(rule: $0, rows: $1) }
  }
}
