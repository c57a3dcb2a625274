import Tables

/// Reads one delivery to the end: columns to roles, rows to orders or customers, dirt to the list of rejects.
struct Harvester {
  let recipe: Recipe
  let observer: any PipelineObserver
  /// Whether it is noted which products and categories were bought.
  var notesItems = true

  func harvest(_ export: Export, fitting ledger: Ledger) throws(SegmentError) -> Harvest {
    var table = try observer.stage(.read) { () throws(SegmentError) in
      try export.table(recipe.reading)
    }
    do {
      return try harvest(&table.reader, of: export, fitting: ledger)
    } catch .table(let error) {
      throw table.failure.explain(error)
    }
  }

  private func harvest(
    _ reader: inout CSVReader,
    of export: Export,
    fitting ledger: Ledger,
  ) throws(SegmentError) -> Harvest {
    let reading = try observer.stage(.match) { () throws(SegmentError) in
      try Schema.match(header: reader.header, samples: reader.samples, recipe: recipe)
    }
    let match = reading.match
    if !export.isAccepted { try ledger.checkLayout(of: match, among: reader.header) }
    try ledger.check(match)
    let isSettled = try DateReading(export: export, choice: recipe.reading)
      .settle(&reader, for: match)
    var harvest = Harvest(
      schema: match,
      dialect: reader.dialect,
      nameDay: FileNameDay.day(in: export.name).map { min($0, export.receivedDay ?? .max) },
    )
    harvest.confidence = reading.confidence
    harvest.allowance = export.allowance
    try observer.stage(.clean) { () throws(SegmentError) in
      if match.grain.isCustomers {
        try CustomerHarvest(match: match, recipe: recipe)
          .fill(&harvest, from: &reader, latestDay: export.receivedDay)
      } else {
        var lines = OrderHarvest(
          match: match,
          header: reader.header,
          recipe: recipe,
          notesItems: notesItems,
        )
        lines.allowance = export.allowance
        try lines.fill(&harvest, from: &reader, latestDay: export.receivedDay, observer: observer)
      }
    }
    // The encoding is settled by the first letter beyond ASCII, which may stand far down the file.
    harvest.dialect = reader.dialect
    harvest.rowsRead = reader.recordsRead
    harvest.columns = reader.header
    harvest.findings += reading.findings
    harvest.findings += reader.findings.filter { $0.id != "date-order-undecided" || !isSettled }
    try judge(harvest)
    return harvest
  }

  /// Refuses files in which nothing, or less than the configured share, could be used.
  ///
  /// Order lines without a customer are guests' purchases, not dirt, and so are tests and orders nobody paid
  /// for: they are listed, but a day with many of them is no bad file.
  private func judge(_ harvest: Harvest) throws(SegmentError) {
    guard harvest.rowsKept > 0 else { throw .refused(.noReadableRow(read: harvest.rowsRead)) }
    let isOrders = !harvest.schema.grain.isCustomers
    let guests = isOrders ? harvest.schema.roles[.customer] : nil
    let rejected = harvest.rejected.count { reason in
      reason.column != guests && !(isOrders && Self.isNoDirt(reason.rule))
    }
    guard Double(rejected) > recipe.rejectedShare * Double(harvest.rowsRead) else { return }
    let worst = CleaningChoice.rules.max {
      harvest.rejectedByRule[$0, default: 0] < harvest.rejectedByRule[$1, default: 0]
    }
    throw .refused(
      .tooManyRejected(
        rejected,
        of: harvest.rowsRead,
        limit: recipe.rejectedShare,
        worst: worst ?? "missing",
      )
    )
  }
}

extension Harvester {
  /// Rules that sort out rows for what they say, not for how they are written.
  fileprivate static func isNoDirt(_ rule: String) -> Bool { ["test", "unpaid"].contains(rule) }
}

/// A day in a file's name: `orders-2026-06-30.csv`, `export_20260630.csv`.
enum FileNameDay {
  static func day(in name: String) -> Int32? {
    let digits = Array(name.utf8)
    for start in digits.indices {
      if let day = day(digits, at: start, separated: true) { return day }
      if let day = day(digits, at: start, separated: false) { return day }
    }
    return nil
  }

  private static func day(_ bytes: [UInt8], at start: Int, separated: Bool) -> Int32? {
    func isDigit(_ place: Int) -> Bool {
      bytes.indices.contains(place) && (0x30...0x39).contains(bytes[place])
    }
    let places = separated ? [0, 5, 8] : [0, 4, 6]
    let length = separated ? 10 : 8
    guard start + length <= bytes.count, !isDigit(start - 1), !isDigit(start + length) else {
      return nil
    }
    func number(_ place: Int, _ count: Int) -> Int? {
      guard (place..<place + count).allSatisfy({ isDigit(start + $0) }) else { return nil }
      return (place..<place + count).reduce(0) { $0 * 10 + Int(bytes[start + $1] & 15) }
    }
    if separated {
      let marks = [bytes[start + 4], bytes[start + 7]]
      guard marks == [0x2d, 0x2d] || marks == [0x5f, 0x5f] || marks == [0x2e, 0x2e] else {
        return nil
      }
    }
    guard let year = number(places[0], 4), let month = number(places[1], 2),
      let day = number(places[2], 2), (1970...2200).contains(year)
    else { return nil }
    return CivilDay(year: year, month: month, day: day)?.days
  }
}
