/// Drops the rows of a table that break rules, and says which and why.
package struct Cleaner: Sendable {
  /// The names of our rules in the order in which their reasons count; other rules come after.
  package static let order = ["missing", "negative", "zero", "duplicate", "unreadable", "test"]

  private let checks: [RuleCheck]
  private let key: Int?
  private let tolerance: Double?

  /// Makes a cleaner.
  ///
  /// - Parameters:
  ///   - checks: The rules and their columns, in any order.
  ///   - key: The column without which a row cannot be used: an empty cell there is `missing`,
  ///     whatever the checks and the tolerance say.
  ///   - tolerance: The share of rows above which a rule does not look at a column, because that
  ///     is how the column is, not dirt. With nil every rule looks at all its columns.
  package init(checks: [RuleCheck], key: Int?, tolerance: Double? = 0.05) {
    func rank(_ check: RuleCheck) -> Int {
      Self.order.firstIndex(of: check.rule.name) ?? Self.order.count
    }
    self.checks = checks.enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)
    self.key = key
    self.tolerance = tolerance
  }

  /// Cleans a table.
  ///
  /// Of several reasons to drop a row the first in the order of `order` counts, and of several
  /// columns that break that rule the first. Cost: one pass a rule and column, and a copy of the table
  /// where a row is dropped.
  package func clean(_ table: Table) -> Cleaned {
    let sifted = sift(table)
    let rejected = sifted.rejects.map { reject in
      let column = table.columns[reject.column]
      return RejectedRow(
        line: table.lines[reject.row],
        column: column.name,
        value: column.text(at: reject.row),
        rule: sifted.reasons[reject.reason],
      )
    }
    return Cleaned(
      table: rejected.isEmpty ? table : table.keeping(sifted.standing),
      rejected: rejected,
      counts: sifted.counts,
      findings: sifted.findings,
      passed: sifted.passed,
    )
  }

  /// Says what `clean` would drop, for those who go through the rows anyway.
  package func sift(_ table: Table) -> Sifted {
    var sieve = Sieve(table: table, tolerance: tolerance)
    if let key { sieve.add(MissingValues(), columns: [key], isForKey: true) }
    for check in checks where !check.rule.comparesRows {
      sieve.add(check.rule, columns: check.columns.filter { !isKeyMissing(check.rule, $0) })
    }
    for check in checks where check.rule.comparesRows {
      sieve.add(check.rule, columns: check.columns)
    }
    let names = key == nil ? checks.map(\.rule.name) : ["missing"] + checks.map(\.rule.name)
    return sieve.sifted(reasons: names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
  }

  private func isKeyMissing(_ rule: any CleaningRule, _ column: Int) -> Bool {
    column == key && rule.name == "missing"
  }
}
