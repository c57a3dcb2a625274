import Tables

/// Reads order lines (or whole orders): customer, order, date and worth, folded to orders as they pass.
struct OrderHarvest {
  let match: SchemaMatch
  let plan: [ColumnPlan]

  init(match: SchemaMatch, header: [String]) {
    self.match = match
    let kinds: [(Role, ColumnKind)] = [
      (.customer, .text), (.order, .text), (.date, .date), (.amount, .number), (.price, .number),
      (.quantity, .number), (.status, .text), (.currency, .text), (.updated, .date),
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
    var currencies: Set<String> = []
    while let batch = try next(&reader) {
      if observer.wantsStop { throw .stopped(.clean) }
      let cleaned = cleaner(for: batch, latestDay: latestDay).clean(batch)
      for count in cleaned.counts {
        harvest.rejectedByRule[count.rule, default: 0] += count.rows
      }
      harvest.rejected += cleaned.rejected.map(RejectedLine.init)
      harvest.rowsKept += cleaned.table.rowCount
      fold(cleaned.table, into: &harvest, currencies: &currencies)
    }
    harvest.currency = try Currencies.single(currencies)
    harvest.dropUselessDecimals()
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
  /// A line of price or quantity zero is no purchase; where a file knows the amount alone, that counts.
  private func cleaner(for table: Table, latestDay: Int32?) -> Cleaner {
    func places(_ roles: [Role]) -> [Int] {
      roles.compactMap { role in table.columns.firstIndex { $0.name == match.roles[role] } }
    }
    let worth: [Role] = match.roles[.amount] != nil ? [.amount] : [.price, .quantity]
    let isPriced = match.roles[.price] != nil
    return Cleaner(
      missing: places([.customer, .date] + worth),
      zero: places([.quantity, isPriced ? .price : .amount]),
      unreadable: places([.date, .amount, .price, .quantity]),
      latestDay: latestDay,
    )
  }

  private func fold(_ table: Table, into harvest: inout Harvest, currencies: inout Set<String>) {
    let columns = Columns(table, match)
    guard let customers = columns.customer, let dates = columns.date else { return }
    for row in 0..<table.rowCount {
      let order = columns.order.map { Key.normalized($0.string(at: row)) }
      guard var line = line(at: row, columns, order: order) else {
        harvest.reject(table, row: row, column: match.roles[.amount] ?? match.roles[.price])
        continue
      }
      (line.day, line.second) = (dates.days[row], dates.seconds[row])
      harvest.newestDay = max(harvest.newestDay ?? .min, line.day)
      if let currency = columns.currency { currencies.insert(currency.string(at: row)) }
      let customer = Key.normalized(customers.string(at: row))
      if let order, !order.text.isEmpty {
        let updated = columns.updated?.stamp(at: row) ?? 0
        harvest.add(line, updated: updated, at: OrderKey(customer: customer, order: order))
      } else {
        harvest.loose[LooseLine(customer: customer, row: line), default: 0] += 1
      }
    }
  }

  /// The worth of a line, as a purchase or as a return.
  private func line(at row: Int, _ columns: Columns, order: Key?) -> OrderRow? {
    let quantity = columns.quantity?.value(at: row) ?? 1
    let price = columns.price?.value(at: row)
    let worth = columns.amount?.value(at: row) ?? price.map { $0 * quantity } ?? 0
    guard let amount = Micros(worth), let items = Micros(quantity) else { return nil }
    var line = OrderRow(day: 0, second: 0)
    let isReturn =
      worth < 0 || quantity < 0 || Cancellation.isCancelled(order: order)
      || columns.status.map { Cancellation.isCancelled(status: $0.string(at: row)) } ?? false
    if isReturn {
      line.returnAmount = amount.magnitude
      line.returnLines = 1
    } else {
      line.amount = amount
      line.items = items
      line.lines = 1
    }
    return line
  }

  private struct Columns {
    let customer, order, status, currency: TextColumn?
    let date, updated: DateColumn?
    let amount, price, quantity: NumberColumn?

    init(_ table: Table, _ match: SchemaMatch) {
      func column(_ role: Role) -> Column? { match.roles[role].flatMap { table.column(named: $0) } }
      customer = column(.customer)?.texts
      order = column(.order)?.texts
      status = column(.status)?.texts
      currency = column(.currency)?.texts
      date = column(.date)?.dates
      updated = column(.updated)?.dates
      amount = column(.amount)?.numbers
      price = column(.price)?.numbers
      quantity = column(.quantity)?.numbers
    }
  }
}

/// How shops mark an order that came back.
enum Cancellation {
  private static let words = [
    "cancel", "void", "refunded", "reversed", "chargeback", "failed", "storniert", "annul", "anul",
  ]

  static func isCancelled(status: String) -> Bool {
    let lowered = status.lowercased()
    return words.contains { lowered.hasPrefix($0) }
  }

  /// `C536379`: an invoice number that is a number but for a leading C.
  static func isCancelled(order: Key?) -> Bool {
    guard let bytes = order?.text.utf8, bytes.count > 1, let first = bytes.first else {
      return false
    }
    return (first | 0x20) == UInt8(ascii: "c")
      && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }
}

extension Harvest {
  /// Drops a line whose amount no shop has.
  fileprivate mutating func reject(_ table: Table, row: Int, column: String?) {
    let column = column.flatMap { table.column(named: $0) }
    rowsKept -= 1
    rejectedByRule["unreadable", default: 0] += 1
    rejected.append(
      RejectedLine(
        line: table.lines[row],
        column: column?.name ?? "",
        value: column?.text(at: row) ?? "",
        rule: "unreadable",
      )
    )
  }

  fileprivate mutating func add(_ line: OrderRow, updated: Int64, at key: OrderKey) {
    guard let known = orders.index(forKey: key) else {
      orders[key] = HarvestedOrder(row: line, updated: updated)
      return
    }
    orders.values[known].row.add(line)
    orders.values[known].updated = max(orders.values[known].updated, updated)
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
