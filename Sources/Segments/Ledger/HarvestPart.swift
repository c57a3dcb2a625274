import Tables

/// What one piece of a delivery holds: cleaned, judged and folded to orders apart from all other pieces.
struct HarvestPart: Sendable {
  private let match: SchemaMatch
  private(set) var rowsKept = 0
  private(set) var rejectedByRule: [String: Int] = [:]
  private(set) var rejected = RejectedPart()
  private(set) var newestDay: Int32?
  private(set) var orders = OrderBook()
  private(set) var loose: [LooseLine: Int32] = [:]
  private(set) var judge: LineJudge

  /// Takes in the rows of one table.
  init(_ table: Table, _ cleaner: Cleaner, match: SchemaMatch, judge: LineJudge) {
    self.match = match
    self.judge = judge
    let sifted = cleaner.sift(table)
    for count in sifted.counts where count.rows > 0 { rejectedByRule[count.rule] = count.rows }
    rowsKept = table.rowCount - sifted.rejects.count
    fold(table, sifted)
  }

  private mutating func fold(_ table: Table, _ sifted: Sifted) {
    let columns = LineColumns(table, match)
    guard let customers = columns.customer, let dates = columns.date else { return }
    let amounts = match.amounts
    var cursor = KeyCursor(customers: customers, orders: columns.order)
    var run = OrderRun(amounts)
    var nextReject = 0
    for row in 0..<table.rowCount {
      guard sifted.standing[row] else {
        let reject = sifted.rejects[nextReject]
        nextReject += 1
        note(table, row, table.columns[reject.column], sifted.reasons[reject.reason])
        continue
      }
      // Lines of one order nearly always follow each other: its key is looked up once.
      if !cursor.isSame(at: row) {
        run.end(in: &orders, cursor)
        cursor.move(to: row)
      }
      var line: OrderRow
      switch judge.verdict(on: row, columns, isCancelled: cursor.isCancelled) {
      case .kept(let kept): line = kept
      case .rejected(let role, let rule):
        reject(table, row, match.roles[role], rule)
        continue
      }
      (line.day, line.second) = (dates.days[row], columns.second(dates, at: row))
      newestDay = max(newestDay ?? .min, line.day)
      let bought = columns.bought(line, at: row)
      if cursor.order.isEmpty {
        let customer = Key(String(decoding: cursor.customer, as: UTF8.self))
        loose[LooseLine(customer: customer, row: line, bought: ItemCodes(bought)), default: 0] += 1
      } else {
        run.add(HarvestedOrder(row: line, updated: columns.updated?.stamp(at: row) ?? 0), bought)
      }
    }
    run.end(in: &orders, cursor)
  }

  /// Drops a line for what it says, not for how it is written.
  private mutating func reject(_ table: Table, _ row: Int, _ column: String?, _ rule: String) {
    rowsKept -= 1
    rejectedByRule[rule, default: 0] += 1
    note(table, row, column.flatMap { table.column(named: $0) }, rule)
  }

  private mutating func note(_ table: Table, _ row: Int, _ column: Column?, _ rule: String) {
    let reason = RejectedReason(column: column?.name ?? "", rule: rule)
    if let texts = column?.texts {
      rejected.append(table.lines[row], reason, texts[row])
    } else {
      rejected.append(table.lines[row], reason, (column?.text(at: row) ?? "").utf8)
    }
  }
}
