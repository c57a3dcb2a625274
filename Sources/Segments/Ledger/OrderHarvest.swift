import Tables

/// Reads order lines (or whole orders): customer, order, date and worth, folded to orders as they pass.
struct OrderHarvest {
  let match: SchemaMatch
  let plan: [ColumnPlan]
  let recipe: Recipe

  init(match: SchemaMatch, header: [String], recipe: Recipe = Recipe()) {
    self.match = match
    self.recipe = recipe
    let kinds: [(Role, ColumnKind)] = [
      (.customer, .text), (.order, .text), (.date, .date), (.amount, .number), (.price, .number),
      (.quantity, .number), (.refund, .number), (.status, .text), (.cancelled, .text),
      (.test, .text), (.currency, .text), (.updated, .date), (.discount, .number),
      (.product, .text), (.category, .text),
    ]
    plan = kinds.compactMap { role, kind in
      guard let name = match.roles[role], let index = header.firstIndex(of: name) else {
        return nil
      }
      return ColumnPlan(index: index, name: name, kind: kind)
    }
  }

  func fill(
    _ harvest: inout Harvest,
    from reader: inout CSVReader,
    latestDay: Int32?,
    observer: any PipelineObserver,
  ) throws(SegmentError) {
    var judge = LineJudge(match: match, exchange: Exchange(recipe.reading.currency))
    var continuation = match.isContinued ? Continuation(match) : nil
    while let batch = try next(&reader) {
      if observer.wantsStop { throw .stopped(.clean) }
      take(continuation?.fill(batch) ?? batch, into: &harvest, latestDay, &judge)
    }
    if let rest = continuation?.rest() {
      take(rest, into: &harvest, latestDay, &judge)
      harvest.rejected.sort { $0.line < $1.line }
    }
    harvest.currency = try judge.exchange.currency()
    harvest.dropUselessDecimals()
  }

  private func take(
    _ batch: Table,
    into harvest: inout Harvest,
    _ latestDay: Int32?,
    _ judge: inout LineJudge,
  ) {
    let cleaned = cleaner(for: batch, latestDay: latestDay).clean(batch)
    for count in cleaned.counts {
      harvest.rejectedByRule[count.rule, default: 0] += count.rows
    }
    harvest.rejected += cleaned.rejected.map(RejectedLine.init)
    harvest.rowsKept += cleaned.table.rowCount
    fold(cleaned.table, into: &harvest, &judge)
  }

  private func next(_ reader: inout CSVReader) throws(SegmentError) -> Table? {
    do {
      return try reader.nextBatch(of: plan)
    } catch {
      throw .table(error)
    }
  }

  /// Only customer, date, amount, price and quantity can disqualify a line; negative ones are returns.
  ///
  /// A line of price or quantity zero is no purchase; where a file knows the amount alone, that counts. Where
  /// the amount is the order's, a free gift among its lines must not take the order with it.
  private func cleaner(for table: Table, latestDay: Int32?) -> Cleaner {
    func places(_ roles: [Role]) -> [Int] {
      roles.compactMap { role in table.columns.firstIndex { $0.name == match.roles[role] } }
    }
    let worth: [Role] = match.roles[.amount] != nil ? [.amount] : [.price, .quantity]
    let isPriced = match.roles[.price] != nil
    let isTotal = match.amounts == .order
    let checks = LineChecks(
      missing: places([.customer, .date] + worth),
      zero: places(isTotal ? [.amount] : [.quantity, isPriced ? .price : .amount]),
      unreadable: places(isTotal ? [.date, .amount] : [.date, .amount, .price, .quantity]),
      test: places(recipe.cleaning.drop.contains("test") ? [.customer] : []),
    )
    return Cleaner(checks, latestDay: latestDay)
  }

  private func fold(_ table: Table, into harvest: inout Harvest, _ judge: inout LineJudge) {
    let columns = LineColumns(table, match)
    guard let customers = columns.customer, let dates = columns.date else { return }
    for row in 0..<table.rowCount {
      let order = columns.order.map { Key.normalized($0.string(at: row)) }
      var line: OrderRow
      switch judge.verdict(on: row, columns, order: order) {
      case .kept(let kept): line = kept
      case .rejected(let role, let rule):
        harvest.reject(table, row: row, column: match.roles[role], rule: rule)
        continue
      }
      (line.day, line.second) = (dates.days[row], dates.seconds[row])
      harvest.newestDay = max(harvest.newestDay ?? .min, line.day)
      let customer = Key.normalized(customers.string(at: row))
      if let order, !order.text.isEmpty {
        let updated = columns.updated?.stamp(at: row) ?? 0
        let key = OrderKey(customer: customer, order: order)
        let known = HarvestedOrder(row: line, updated: updated)
        harvest.add(known, bought: columns.bought(line, at: row), at: key, match.amounts)
      } else {
        line.bought.insert(columns.bought(line, at: row))
        harvest.loose[LooseLine(customer: customer, row: line), default: 0] += 1
      }
    }
  }
}

extension Harvest {
  /// Drops a line for what it says, not for how it is written.
  fileprivate mutating func reject(_ table: Table, row: Int, column: String?, rule: String) {
    let column = column.flatMap { table.column(named: $0) }
    rowsKept -= 1
    rejectedByRule[rule, default: 0] += 1
    rejected.append(
      RejectedLine(
        line: table.lines[row],
        column: column?.name ?? "",
        value: column?.text(at: row) ?? "",
        rule: rule,
      )
    )
  }

  fileprivate mutating func add(
    _ line: HarvestedOrder,
    bought: ItemCodes.Line,
    at key: OrderKey,
    _ amounts: AmountMeaning,
  ) {
    guard let known = orders.index(forKey: key) else {
      orders[key] = line
      orders[key]?.row.bought.insert(bought)
      return
    }
    switch amounts {
    case .line: orders.values[known].row.add(line.row)
    case .order: orders.values[known].row.join(line.row)
    }
    orders.values[known].row.bought.insert(bought)
    orders.values[known].updated = max(orders.values[known].updated, line.updated)
  }

  /// Writes `17850.0` as `17850` where every customer key of the file is written that way.
  fileprivate mutating func dropUselessDecimals() {
    guard orders.keys.allSatisfy(\.customer.hasUselessDecimal),
      loose.keys.allSatisfy(\.customer.hasUselessDecimal)
    else { return }
    orders = Dictionary(
      orders.map { key, order in
        (OrderKey(customer: key.customer.withoutUselessDecimal, order: key.order), order)
      },
      uniquingKeysWith: { first, _ in first },
    )
    loose = Dictionary(
      loose.map { line, count in
        (LooseLine(customer: line.customer.withoutUselessDecimal, row: line.row), count)
      },
      uniquingKeysWith: +,
    )
  }
}
