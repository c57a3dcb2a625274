import Tables

/// What one piece of a delivery holds: cleaned, judged and folded to orders apart from all other pieces.
struct HarvestPart: Sendable {
  private let match: SchemaMatch
  private(set) var rowsKept = 0
  private(set) var rejectedByRule: [String: Int] = [:]
  private(set) var rejected: [RejectedLine] = []
  private(set) var newestDay: Int32?
  private(set) var orders = OrderBook()
  private(set) var loose: [LooseLine: Int32] = [:]
  private(set) var judge: LineJudge

  /// Takes in the rows of one table.
  init(_ table: Table, _ cleaner: Cleaner, match: SchemaMatch, judge: LineJudge) {
    self.match = match
    self.judge = judge
    let cleaned = cleaner.clean(table)
    for count in cleaned.counts where count.rows > 0 { rejectedByRule[count.rule] = count.rows }
    rejected = cleaned.rejected.map(RejectedLine.init)
    rowsKept = cleaned.table.rowCount
    let dirty = rejected.count
    fold(cleaned.table)
    if dirty > 0, rejected.count > dirty { rejected.sort { $0.line < $1.line } }
  }

  private mutating func fold(_ table: Table) {
    let columns = LineColumns(table, match)
    guard let customers = columns.customer, let dates = columns.date else { return }
    var cursor = KeyCursor(customers: customers, orders: columns.order)
    var known: Int?
    for row in 0..<table.rowCount {
      // Lines of one order nearly always follow each other: its key is looked up once.
      if !cursor.move(to: row) { known = nil }
      var line: OrderRow
      switch judge.verdict(on: row, columns, isCancelled: cursor.isCancelled) {
      case .kept(let kept): line = kept
      case .rejected(let role, let rule):
        reject(table, row: row, column: match.roles[role], rule: rule)
        continue
      }
      (line.day, line.second) = (dates.days[row], dates.seconds[row])
      newestDay = max(newestDay ?? .min, line.day)
      let bought = columns.bought(line, at: row)
      guard !cursor.order.isEmpty else {
        let customer = Key(String(decoding: cursor.customer, as: UTF8.self))
        loose[LooseLine(customer: customer, row: line, bought: ItemCodes(bought)), default: 0] += 1
        continue
      }
      let one = HarvestedOrder(row: line, updated: columns.updated?.stamp(at: row) ?? 0)
      if let known {
        add(one, bought, to: known)
      } else {
        let key = ItemKey(customer: cursor.customer, order: cursor.order)
        let (number, isNew) = orders.number(of: key, orElse: one)
        if isNew { orders.insert(bought, in: number) } else { add(one, bought, to: number) }
        known = number
      }
    }
  }

  private mutating func add(_ one: HarvestedOrder, _ bought: ItemCodes.Line, to number: Int) {
    let amounts = match.amounts
    orders.update(number) { $0.join(one, amounts) }
    orders.insert(bought, in: number)
  }

  /// Drops a line for what it says, not for how it is written.
  private mutating func reject(_ table: Table, row: Int, column: String?, rule: String) {
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
}

extension Harvest {
  /// Joins a part; parts come in the order of the file.
  mutating func join(_ part: HarvestPart, _ amounts: AmountMeaning) {
    rowsKept += part.rowsKept
    rejectedByRule.merge(part.rejectedByRule, uniquingKeysWith: +)
    rejected += part.rejected
    newestDay = [newestDay, part.newestDay].compactMap(\.self).max()
    orders.join(part.orders, amounts)
    loose.merge(part.loose, uniquingKeysWith: +)
  }
}
