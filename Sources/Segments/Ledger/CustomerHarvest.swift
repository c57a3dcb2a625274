import Tables

/// Reads a customer table: a key and numbers, one customer a row.
struct CustomerHarvest {
  let match: SchemaMatch
  let recipe: Recipe

  func fill(
    _ harvest: inout Harvest,
    from reader: inout CSVReader,
    latestDay: Int32?,
  ) throws(SegmentError) {
    guard let table = try table(from: &reader) else { return }
    let cleaned = cleaner(for: table).clean(table)
    for count in cleaned.counts { harvest.rejectedByRule[count.rule] = count.rows }
    harvest.passedByRule = cleaned.passed
    harvest.rejected = RejectedLines(cleaned.rejected.lazy.map(RejectedLine.init))
    harvest.findings += cleaned.findings
    var exchange = Exchange(recipe.reading.currency)
    harvest.customers = customers(of: cleaned.table, latestDay, &exchange)
    harvest.rowsKept = harvest.customers.count
    harvest.newestDay = nil
    harvest.currency = try exchange.currency()
  }

  private func table(from reader: inout CSVReader) throws(SegmentError) -> Table? {
    let plan = plan(header: reader.header)
    var whole: Table?
    do {
      while let batch = try reader.nextBatch(of: plan) {
        if whole == nil { whole = batch } else { whole?.append(batch) }
      }
    } catch {
      throw .table(error)
    }
    return whole
  }

  private func plan(header: [String]) -> [ColumnPlan] {
    var columns: [ColumnPlan] = []
    func add(_ name: String?, _ kind: ColumnKind) {
      guard let name, let index = header.firstIndex(of: name) else { return }
      columns.append(ColumnPlan(index: index, name: name, kind: kind))
    }
    add(match.roles[.customer], .text)
    for feature in match.features { add(feature, .number) }
    add(match.roles[.currency], .text)
    add(match.roles[.updated], .date)
    return columns
  }

  private func cleaner(for table: Table) -> Cleaner {
    let key = table.columns.firstIndex { $0.name == match.roles[.customer] && $0.texts != nil }
    let numeric = table.columns.indices.filter { table.columns[$0].numbers != nil }
    return Cleaner(drop: recipe.cleaning.drop, columns: numeric, key: key)
  }

  private func customers(
    of table: Table,
    _ latestDay: Int32?,
    _ exchange: inout Exchange,
  ) -> [HarvestedCustomer] {
    let currencies = match.roles[.currency].flatMap { table.column(named: $0)?.texts }
    let isMoney = match.features.map { match.role(of: $0).map(Role.money.contains) ?? false }
    let columns = match.features.map { table.column(named: $0)?.numbers }
    let updated = match.roles[.updated].flatMap { table.column(named: $0)?.dates }
    var keys = keys(of: table)
    if keys.allSatisfy(\.hasUselessDecimal) { keys = keys.map(\.withoutUselessDecimal) }
    return keys.indices.map { row in
      let currency = currencies?.string(at: row) ?? ""
      let factor = exchange.factor(currency)
      exchange.use(currency)
      return HarvestedCustomer(
        key: keys[row],
        values: zip(columns, isMoney).map { column, isMoney in
          column?.value(at: row).map { isMoney ? $0 * factor : $0 }
        },
        updated: updated?.stamp(at: row, notAfter: latestDay) ?? 0,
      )
    }
  }

  private func keys(of table: Table) -> [Key] {
    if let name = match.roles[.customer], let texts = table.column(named: name)?.texts {
      return (0..<table.rowCount).map { Key.normalized(texts.string(at: $0)) }
    }
    return anonymousKeys(of: table)
  }

  /// Keys for rows that have none: what the row says, and the how-manieth row says it.
  ///
  /// So the same rows keep their keys however they are split over files.
  private func anonymousKeys(of table: Table) -> [Key] {
    var seen: [String: Int] = [:]
    return (0..<table.rowCount).map { row in
      let cells = table.columns.map { $0.text(at: row) }.joined(separator: "\u{1f}")
      seen[cells, default: 0] += 1
      let hash = String(Key(cells).sampleHash, radix: 16)
      let padded = String(repeating: "0", count: 16 - hash.count) + hash
      return Key("row-\(padded)-\(seen[cells, default: 1])")
    }
  }
}

extension NumberColumn {
  /// The number of a row, or `nil` where the cell holds none.
  func value(at row: Int) -> Double? {
    states[row] == .value ? values[row] : nil
  }
}

extension DateColumn {
  /// Seconds since 1970-01-01 as written, or 0 where the cell holds no date.
  ///
  /// Nothing was changed after it arrived: a later stamp would keep every correction out for ever.
  func stamp(at row: Int, notAfter latestDay: Int32?) -> Int64 {
    guard states[row] == .value else { return 0 }
    let stamp = Int64(days[row]) * 86_400 + Int64(seconds[row])
    return latestDay.map { min(stamp, Int64($0) * 86_400 + 86_399) } ?? stamp
  }
}

extension RejectedLine {
  init(_ row: RejectedRow) {
    self.init(line: row.line, column: row.column, value: row.value, rule: row.rule)
  }
}
