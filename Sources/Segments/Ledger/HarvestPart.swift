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
    var reasons = [Int?](repeating: nil, count: table.columns.count * sifted.reasons.count)
    for row in 0..<table.rowCount {
      guard sifted.standing[row] else {
        note(table, sifted.rejects[nextReject], sifted, &reasons)
        nextReject += 1
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
    let column = column.flatMap { table.column(named: $0) }
    let reason = rejected.number(of: RejectedReason(column: column?.name ?? "", rule: rule))
    rejected.append(table.lines[row], reason, (column?.text(at: row) ?? "").utf8)
  }

  /// Lists a line that cleaning has dropped.
  private mutating func note(
    _ table: Table,
    _ reject: Sifted.Reject,
    _ sifted: Sifted,
    _ reasons: inout [Int?],
  ) {
    let place = reject.column * sifted.reasons.count + reject.reason
    let line = table.lines[reject.row]
    let rule = sifted.reasons[reject.reason]
    let number =
      reasons[place]
      ?? rejected.number(of: RejectedReason(column: table.columns[reject.column].name, rule: rule))
    reasons[place] = number
    // A missing cell has no text, and most that are dropped miss something.
    if rule == "missing" {
      rejected.append(line, number, [])
    } else {
      rejected.append(line, number, table.columns[reject.column].text(at: reject.row).utf8)
    }
  }
}
