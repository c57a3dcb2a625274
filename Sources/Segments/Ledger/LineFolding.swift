import Tables

/// Folds the lines of one table to orders, and lists those that are dropped.
struct LineFolding {
  private let match: SchemaMatch
  private var passage: SiftedLines.Passage
  private var order: OrderRun
  private(set) var judge: LineJudge
  private(set) var rejects: LineRejects
  private(set) var newestDay: Int32?
  private(set) var orders = FoldedOrders()
  private(set) var loose: [LooseLine: Int32] = [:]

  init(_ table: RunTable, _ sifted: SiftedLines, _ match: SchemaMatch, _ judge: LineJudge) {
    self.match = match
    self.judge = judge
    passage = sifted.passage()
    order = OrderRun(match.amounts)
    rejects = LineRejects(table, sifted.rules)
  }

  /// Goes through all lines, once.
  mutating func fold(_ columns: LineColumns) {
    for run in 0..<columns.table.runCount {
      passage.begin(run: run)
      let hasNumber = !columns.keys.order(of: run).isEmpty
      if hasNumber, columns.isPlain {
        foldPlain(run, columns)
      } else {
        foldJudged(run, columns, hasNumber: hasNumber)
      }
      order.end(in: &orders, run, columns.keys)
    }
  }

  /// Adds up the lines of an order that are what their worth and number say.
  private mutating func foldPlain(_ run: Int, _ columns: LineColumns) {
    let isCancelled = columns.keys.isCancelled(run)
    let (worths, quantities) = (columns.worths.span, columns.quantities.span)
    var sum = OrderRow(day: columns.date.days[run], second: columns.date.seconds[run])
    for row in columns.table.rows(of: run) {
      if let reject = passage.reject(row: row) {
        rejects.note(reject, row, columns.table)
        continue
      }
      let (worth, quantity) = (worths[row], quantities[row])
      guard let amount = Micros(worth), let items = Micros(quantity) else {
        rejects.note(match.roles[columns.worthRole], row, "unreadable", columns.table)
        continue
      }
      let isReturn = worth < 0 || quantity < 0 || isCancelled
      sum.add(amount, items, isReturn: isReturn)
      if !isReturn { order.add(columns.bought(at: row)) }
    }
    guard sum.lines + sum.returnLines > 0 else { return }
    newestDay = max(newestDay ?? .min, sum.day)
    order.add(HarvestedOrder(row: sum, updated: 0))
  }

  /// Looks at every line by itself.
  private mutating func foldJudged(_ run: Int, _ columns: LineColumns, hasNumber: Bool) {
    let isCancelled = columns.keys.isCancelled(run)
    for row in columns.table.rows(of: run) {
      if let reject = passage.reject(row: row) {
        rejects.note(reject, row, columns.table)
        continue
      }
      var line: OrderRow
      switch judge.verdict(on: row, columns, isCancelled: isCancelled) {
      case .kept(let kept): line = kept
      case .rejected(let role, let rule):
        rejects.note(match.roles[role], row, rule, columns.table)
        continue
      }
      (line.day, line.second) = (columns.date.days[run], columns.second(of: run, at: row))
      newestDay = max(newestDay ?? .min, line.day)
      let bought = line.isPurchase ? columns.bought(at: row) : (nil, nil)
      if hasNumber {
        order.add(bought)
        let updated = columns.updated?.stamp(at: row, notAfter: judge.latestDay)
        order.add(HarvestedOrder(row: line, updated: updated ?? 0))
      } else {
        let customer = columns.keys.customer(of: run)
        let line = LooseLine(customer: customer, row: line, bought: ItemCodes(bought))
        loose[line, default: 0] += 1
      }
    }
  }
}
