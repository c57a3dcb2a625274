import Tables

/// How a file is understood, found out with the same parser as a run and without changing anything.
package struct Inspection: Codable, Sendable, Equatable {
  /// IANA name.
  @Null package var encoding: String?
  @Null package var delimiter: String?
  @Null package var quote: String?
  @Null package var decimalMark: String?
  /// `ymd`, `dmy`, `mdy` or `null`.
  @Null package var dateOrder: String?
  /// 1-based; without a header the line of the first record.
  @Null package var headerLine: Int?
  /// Whether the file names its columns.
  @Null package var hasHeader: Bool?
  @Null package var platform: String?
  @Null package var grain: SegmentReport.Grain?
  package var roles: [String: String] = [:]
  /// Role to how sure that is, from 0 to 1.
  package var confidence: [String: Double] = [:]
  package var features: [String] = []
  /// Of the measures of a customer table those that would be clustered.
  package var clustered: [String] = []
  /// Whether `amount` speaks of the line or of the whole order; `null` for customer tables.
  @Null package var amounts: AmountMeaning?
  @Null package var currency: String?
  package var rows = SegmentReport.Rows(read: 0, kept: 0, rejected: [:])
  /// With at least one kept order, or rows kept.
  package var customers = 0
  /// Distinct, paid, not cancelled; `null` for customer tables.
  @Null package var orders: Int?
  @Null package var amount: Double?
  @Null package var returns: Returned?
  package var warnings: [String] = []
  /// Why a run would not take the file; `null` when it would.
  @Null package var refused: Refused?

  /// Cancelled or negative orders.
  package struct Returned: Codable, Sendable, Equatable {
    package var orders: Int
    package var amount: Double
  }

  /// A reason in three parts.
  package struct Refused: Codable, Sendable, Equatable {
    package var what: String
    package var place: String
    package var toDo: String

    enum CodingKeys: String, CodingKey {
      case what
      case place = "where"
      case toDo = "do"
    }
  }

  /// Looks at one file; only a disk that fails throws, a bad file is a result.
  package static func make(of export: Export, recipe: Recipe) throws(SegmentError) -> Inspection {
    var inspection = Inspection()
    do {
      try inspection.describe(export, recipe: recipe)
      // Which products were bought shows nowhere here.
      let harvest = try Harvester(recipe: recipe, observer: SilentObserver(), notesItems: false)
        .harvest(export, fitting: Ledger())
      try inspection.tell(harvest, recipe: recipe)
    } catch {
      guard error.isBadData else { throw error }
      inspection.refused = Refused(error)
    }
    return inspection
  }

  /// Every record as the reader finds it, header and blank lines included, nothing trimmed.
  package static func cells(
    of export: Export,
    _ choice: ReadingChoice,
  ) throws(SegmentError) -> [[String]] {
    let source = try ExportSource(export)
    let notes = source.failure
    let pins = choice.dialect?.pins ?? DialectPins()
    do {
      return try CSVReader.cells(of: source, limits: export.limits.csv, pins: pins)
    } catch {
      throw notes.explain(error)
    }
  }

  /// What can be said before a row is read, so that a refused file is still described.
  private mutating func describe(_ export: Export, recipe: Recipe) throws(SegmentError) {
    let reader = try export.table(recipe.reading).reader
    describe(reader.dialect)
    platform = Schema.platform(recipe.reading, header: reader.header)?.name ?? "generic"
    let reading = try Schema.match(
      header: reader.header,
      samples: reader.samples,
      recipe: recipe,
    )
    describe(reading.match, reading.confidence)
  }

  private mutating func describe(_ match: SchemaMatch, _ confidence: [Role: Double]) {
    platform = match.platform
    grain = match.grain
    roles = Dictionary(uniqueKeysWithValues: match.roles.map { ($0.key.rawValue, $0.value) })
    self.confidence = Dictionary(
      uniqueKeysWithValues: confidence.map { ($0.key.rawValue, $0.value) }
    )
    features = match.features
    amounts = match.grain.isCustomers ? nil : match.amounts
  }

  private mutating func describe(_ dialect: CSVDialect) {
    encoding = dialect.encoding.rawValue
    delimiter = String(UnicodeScalar(dialect.delimiter))
    quote = String(UnicodeScalar(dialect.quote))
    decimalMark = dialect.decimalMark == .comma ? "," : "."
    dateOrder = dialect.dateOrder?.rawValue
    headerLine = dialect.headerLine
    hasHeader = dialect.hasHeader
  }

  private mutating func tell(_ harvest: Harvest, recipe: Recipe) throws(SegmentError) {
    describe(harvest.dialect)
    describe(harvest.schema, harvest.confidence)
    currency = harvest.currency
    rows = .init(
      read: harvest.rowsRead,
      kept: harvest.rowsKept,
      rejected: harvest.rejectedByRule,
    )
    warnings = harvest.findings.map(\.text)
    if harvest.schema.grain.isCustomers {
      try tellCustomers(of: harvest, recipe: recipe)
    } else {
      let totals = try CustomerTotals(harvest)
      (customers, orders, amount) = (totals.customers, totals.orders, totals.amount.value)
      returns = Returned(orders: totals.returns, amount: totals.returnAmount.value)
    }
    if customers < Choice.fewestCustomers {
      warnings.append(
        "There are \(customers) customers; below \(Choice.fewestCustomers) no segments are made."
      )
    }
  }

  private mutating func tellCustomers(
    of harvest: Harvest,
    recipe: Recipe,
  ) throws(SegmentError) {
    var ledger = Ledger()
    try ledger.merge(harvest)
    let table = FeatureBuilder.table(of: ledger, recipe: recipe)
    customers = table.customers.count
    clustered = Clustered.entries(
      of: table,
      grain: harvest.schema.grain,
      choice: recipe.columns,
    ).filter(\.isClustered).map(\.name)
    amount = table.valueFeature.flatMap { table.feature(named: $0) }.map {
      Summary($0.present).sum
    }
    if features.isEmpty { warnings.append("The file has no measure, only customers.") }
  }
}

extension Inspection.Refused {
  /// A reason from an error, in its three parts.
  package init(_ error: SegmentError) {
    switch error {
    case .refused(let refusal):
      self.init(what: refusal.what, place: refusal.place, toDo: refusal.toDo)
    case .table, .unreadable, .spillFailed, .stopped, .damagedLedger, .unreadableReport,
      .computation:
      self.init(what: error.errorDescription, place: "the file", toDo: error.whatToDo)
    }
  }
}
