import Tables

/// What one delivery holds, read and cleaned but not yet joined with what was known.
package struct Harvest: Sendable {
  package var schema: SchemaMatch
  var dialect: CSVDialect
  /// Role to how sure its column is, from 0 to 1.
  var confidence: [Role: Double] = [:]
  package var rowsRead = 0
  package var rowsKept = 0
  /// Rule to rows; every rule is present.
  package var rejectedByRule: [String: Int]
  /// Rule to rows that were kept although they break it; only rules that skip a column are present.
  var passedByRule: [String: Int] = [:]
  package var rejected = RejectedLines()
  var findings: [Tables.Finding] = []
  package var currency: String?
  /// The headers of all columns, kept or not.
  var columns: [String] = []
  /// The newest day anywhere in the file, and the one in its name.
  package var newestDay: Int32?
  package var nameDay: Int32?
  package var orders = OrderBook()
  /// Lines without an order number, with how often each stands in the file.
  package var loose: [LooseLine: Int32] = [:]
  package var customers: [HarvestedCustomer] = []
  /// All orders and loose lines, where they did not fit into memory; then there are none above.
  var runs: OrderRuns?
  /// How much memory the orders may take.
  var allowance = Allowance.endless

  init(schema: SchemaMatch, dialect: CSVDialect, nameDay: Int32?) {
    self.schema = schema
    self.dialect = dialect
    self.nameDay = nameDay
    rejectedByRule = Dictionary(uniqueKeysWithValues: CleaningChoice.rules.map { ($0, 0) })
  }

  /// How many orders and loose lines there are, at most: some may stand in several runs.
  var orderCount: Int { runs?.rowCount ?? orders.count + loose.count }

  /// How many bytes of memory the orders take, about.
  package var memoryBytes: Int { orders.memoryBytes + LooseLine.memoryBytes(loose) }

  /// Takes the orders out of memory, if there is a file they can go to.
  package mutating func spill() throws(SegmentError) {
    guard runs == nil, let opener = allowance.opener else { return }
    var runs = try OrderRuns(opener, schema.amounts)
    try runs.take(&orders, &loose)
    self.runs = runs
  }

  /// The version that rows of this file carry, but for their own update stamp.
  func version(updated: Int64, acceptance: Int32) -> Version {
    Version(
      updated: updated,
      fileDay: newestDay ?? 0,
      nameDay: nameDay ?? 0,
      acceptance: acceptance,
    )
  }
}

/// One order as one file tells it.
package struct HarvestedOrder: Sendable {
  package var row: OrderRow
  package var updated: Int64
}

/// One customer as one file tells it; values in the order of the schema's features.
package struct HarvestedCustomer: Sendable {
  package var key: Key
  package var values: [Double?]
  package var updated: Int64
}

/// A row that was left out: where it stands, which cell broke which rule.
package struct RejectedLine: Sendable, Equatable {
  package var line: Int
  package var column: String
  package var value: String
  package var rule: String

  package init(line: Int, column: String, value: String, rule: String) {
    self.line = line
    self.column = column
    self.value = value
    self.rule = rule
  }
}
