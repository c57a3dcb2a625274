import Tables

extension Cleaner {
  /// Customer tables: every numeric column is looked at, but rules skip columns most rows of which break them.
  init(drop: [String], columns: [Int], key: Int?) {
    var checks = [
      RuleCheck(MissingValues(), columns: columns),
      RuleCheck(NegativeValues(), columns: columns),
      RuleCheck(ZeroValues(), columns: columns),
      RuleCheck(UnreadableValues(), columns: columns),
    ]
    if let key { checks.append(RuleCheck(DuplicateKeys(), columns: [key])) }
    self.init(checks: checks.filter { drop.contains($0.rule.name) }, key: key)
  }

  /// Order lines: named columns only, and every line that breaks a rule goes.
  init(missing: [Int], zero: [Int], unreadable: [Int], latestDay: Int32?) {
    self.init(
      checks: [
        RuleCheck(MissingValues(), columns: missing),
        RuleCheck(ZeroValues(), columns: zero),
        RuleCheck(UnreadableValues(latestDay: latestDay), columns: unreadable),
      ],
      key: nil,
      tolerance: nil,
    )
  }
}
