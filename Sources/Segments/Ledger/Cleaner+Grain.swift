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
    if let key {
      checks += [
        RuleCheck(DuplicateKeys(), columns: [key]), RuleCheck(TestAddresses(), columns: [key]),
      ]
    }
    self.init(checks: checks.filter { drop.contains($0.rule.name) }, key: key)
  }

  /// Order lines, or what runs of them have in common: named columns only, and every line that breaks a rule goes.
  init(_ columns: LineChecks, latestDay: Int32?) {
    var checks = [
      RuleCheck(MissingValues(), columns: columns.missing),
      RuleCheck(ZeroValues(), columns: columns.zero),
      RuleCheck(UnreadableValues(), columns: columns.unreadable),
      RuleCheck(ImpossibleDates(latestDay: latestDay), columns: columns.unreadable),
    ]
    // A rule on request is not counted where nobody asked for it.
    if !columns.test.isEmpty { checks.append(RuleCheck(TestAddresses(), columns: columns.test)) }
    self.init(checks: checks, key: nil, tolerance: nil)
  }
}

/// Which columns of order lines each rule looks at.
struct LineChecks {
  var missing: [Int] = []
  var zero: [Int] = []
  var unreadable: [Int] = []
  var test: [Int] = []
}
