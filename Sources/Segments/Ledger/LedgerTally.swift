import Tables

/// What all deliveries of a dataset added up to, row by row and finding by finding.
package struct LedgerTally: Codable, Sendable, Equatable {
  package var deliveries = 0
  package var rowsRead = 0
  package var rowsKept = 0
  package var rejected = Dictionary(uniqueKeysWithValues: CleaningChoice.rules.map { ($0, 0) })
  package var currency: String?
  /// Finding id to how often it was met and which columns it was about.
  package var findings: [String: FindingTally] = [:]
  /// The headers of all columns that any delivery had, sorted.
  package var columns: [String] = []
  /// Rows that were kept although they break a rule, because most cells of their column do.
  ///
  /// Nil in ledgers that were begun before this was counted.
  var passed: [String: Int]? = [:]
  /// Which column played which role in the deliveries, each such layout once, sorted.
  ///
  /// Nil in ledgers that were begun before layouts were noted.
  var layouts: [[Role: String]]? = []
  /// Rule to column to how many rows broke it there, with an example.
  var examples: Examples = [:]

  typealias Examples = [String: [String: RejectExample]]

  init() {}

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    deliveries = try values.decode(Int.self, forKey: .deliveries)
    rowsRead = try values.decode(Int.self, forKey: .rowsRead)
    rowsKept = try values.decode(Int.self, forKey: .rowsKept)
    rejected = try values.decode([String: Int].self, forKey: .rejected)
    currency = try values.decodeIfPresent(String.self, forKey: .currency)
    findings = try values.decode([String: FindingTally].self, forKey: .findings)
    // Ledgers of the first version do not have it.
    columns = try values.decodeIfPresent([String].self, forKey: .columns) ?? []
    passed = try values.decodeIfPresent([String: Int].self, forKey: .passed)
    layouts = try values.decodeIfPresent([[Role: String]].self, forKey: .layouts)
    examples = try values.decodeIfPresent(Examples.self, forKey: .examples) ?? [:]
  }

  mutating func add(_ harvest: Harvest) {
    deliveries += 1
    rowsRead += harvest.rowsRead
    rowsKept += harvest.rowsKept
    rejected.merge(harvest.rejectedByRule, uniquingKeysWith: +)
    currency = currency ?? harvest.currency
    columns = Set(columns).union(harvest.columns.filter { !$0.isEmpty }).sorted()
    passed?.merge(harvest.passedByRule, uniquingKeysWith: +)
    note(harvest.schema.roles)
    for (reason, example) in harvest.rejected.examples(hiding: harvest.schema.roles[.customer]) {
      note(example, of: reason)
    }
    for finding in harvest.findings {
      findings[finding.id, default: FindingTally()].add(finding)
    }
  }
}

extension LedgerTally {
  private mutating func note(_ layout: [Role: String]) {
    guard let known = layouts, !known.contains(layout) else { return }
    func text(_ layout: [Role: String]) -> [String] {
      Role.allCases.map { layout[$0] ?? "" }
    }
    layouts = (known + [layout]).sorted { text($0).lexicographicallyPrecedes(text($1)) }
  }

  private mutating func note(_ more: RejectExample, of reason: RejectedReason) {
    var example = examples[reason.rule]?[reason.column] ?? RejectExample(rows: 0, cell: more.cell)
    example.rows += more.rows
    // The smallest cell, so that the order of files does not matter.
    example.cell = min(example.cell, more.cell)
    examples[reason.rule, default: [:]][reason.column] = example
  }
}

/// How many rows broke a rule in one column, and what stood in one of them.
struct RejectExample: Codable, Sendable, Equatable {
  var rows: Int
  var cell: String
}

/// How often a finding was met.
package struct FindingTally: Codable, Sendable, Equatable {
  package var files = 0
  package var rows = 0
  package var columns: [String] = []

  mutating func add(_ finding: Tables.Finding) {
    files += 1
    rows += Int(finding.numbers["rows"] ?? 0)
    if let column = finding.column, !columns.contains(column) {
      columns = (columns + [column]).sorted()
    }
  }
}
