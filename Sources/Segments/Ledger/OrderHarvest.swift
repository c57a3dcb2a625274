import Synchronization
import Tables

/// Reads order lines (or whole orders): customer, order, date and worth, folded to orders as they pass.
struct OrderHarvest {
  let match: SchemaMatch
  let plan: [ColumnPlan]
  let recipe: Recipe
  /// How much memory what is known of the file may take.
  var allowance = Allowance.endless

  /// - Parameter notesItems: Whether it is noted which products and categories were bought.
  init(match: SchemaMatch, header: [String], recipe: Recipe, notesItems: Bool) {
    self.match = match
    self.recipe = recipe
    let kinds: [(Role, ColumnKind)] = [
      (.customer, .text), (.order, .text), (.date, .date), (.amount, .number), (.price, .number),
      (.quantity, .number), (.refund, .number), (.status, .text), (.cancelled, .text),
      (.test, .text), (.currency, .text), (.updated, .date), (.discount, .number),
      (.product, .text), (.category, .text), (.time, .text),
    ]
    plan = kinds.compactMap { role, kind in
      guard let name = match.roles[role], let index = header.firstIndex(of: name) else {
        return nil
      }
      var plan = ColumnPlan(index: index, name: name, kind: kind)
      if Self.heads.contains(role) { plan.place = .heads }
      if !notesItems, [.product, .category].contains(role) { plan.place = .nowhere }
      return plan
    }
  }

  /// What lines that follow each other nearly always have in common.
  private static let heads: [Role] = [.customer, .order, .date]

  func fill(
    _ harvest: inout Harvest,
    from reader: inout CSVReader,
    latestDay: Int32?,
    observer: any PipelineObserver,
  ) throws(SegmentError) {
    var judge = LineJudge(match: match, exchange: Exchange(recipe.reading.currency))
    judge.latestDay = latestDay
    let sum = Mutex(HarvestSum(judge.exchange, match.amounts))
    if match.isContinued {
      var continuation = Continuation(match)
      while let batch = try next(&reader) {
        if observer.wantsStop { throw .stopped(.clean) }
        add(part(RunTable(continuation.fill(batch)), judge, latestDay), to: sum)
        try makeRoom(in: sum)
        // What fills later lines must be at hand.
        guard continuation.memoryBytes <= allowance.bytes else {
          throw .refused(
            .tooMuchMemory(orders: continuation.orderCount, limit: allowance.bytes)
          )
        }
      }
      if let rest = continuation.rest() { add(part(RunTable(rest), judge, latestDay), to: sum) }
    } else {
      while let parts = try nextParts(&reader, judge, latestDay, joining: sum) {
        if observer.wantsStop { throw .stopped(.clean) }
        sum.withLock { $0.wait(for: parts) }
        try makeRoom(in: sum)
      }
      sum.withLock { $0.join() }
    }
    try makeRoom(in: sum)
    var whole = HarvestSum(judge.exchange, match.amounts)
    sum.withLock { swap(&$0, &whole) }
    try whole.spillRest()
    harvest.currency = try whole.exchange.currency()
    harvest.take(whole)
    if match.isContinued { harvest.rejected = harvest.rejected.sortedByLine() }
    try harvest.dropUselessDecimals()
  }

  private func add(_ part: HarvestPart, to sum: borrowing Mutex<HarvestSum>) {
    sum.withLock { sum in
      sum.wait(for: [(part, 0)])
      sum.join()
    }
  }

  private func makeRoom(in sum: borrowing Mutex<HarvestSum>) throws(SegmentError) {
    try sum.withLock { sum throws(SegmentError) in try sum.makeRoom(allowance) }
  }

  private func part(_ table: RunTable, _ judge: LineJudge, _ latestDay: Int32?) -> HarvestPart {
    HarvestPart(table, sifted(table, latestDay: latestDay), match: match, judge: judge)
  }

  /// The next parts in the order of the file, made on all cores while those before are joined; nil at its
  /// end.
  private func nextParts(
    _ reader: inout CSVReader,
    _ judge: LineJudge,
    _ latestDay: Int32?,
    joining sum: borrowing Mutex<HarvestSum>,
  ) throws(SegmentError) -> [CSVReader.Batch<HarvestPart>]? {
    do {
      return try reader.nextBatches(of: plan, meanwhile: { sum.withLock { $0.join() } }) {
        part($0, judge, latestDay)
      }
    } catch {
      throw .table(error)
    }
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
  private func sifted(_ table: RunTable, latestDay: Int32?) -> SiftedLines {
    func places(_ roles: [Role], in table: Table) -> [Int] {
      roles.compactMap { role in table.columns.firstIndex { $0.name == match.roles[role] } }
    }
    let worth: [Role] = match.roles[.amount] != nil ? [.amount] : [.price, .quantity]
    let isPriced = match.roles[.price] != nil
    let isTotal = match.amounts == .order
    let heads = LineChecks(
      missing: places([.customer, .date], in: table.heads),
      unreadable: places([.date], in: table.heads),
      test: places(recipe.cleaning.drop.contains("test") ? [.customer] : [], in: table.heads),
    )
    let rows = LineChecks(
      missing: places(worth, in: table.rows),
      zero: places(isTotal ? [.amount] : [.quantity, isPriced ? .price : .amount], in: table.rows),
      unreadable: places(isTotal ? [.amount] : [.amount, .price, .quantity], in: table.rows),
    )
    return SiftedLines(
      table,
      heads: Cleaner(heads, latestDay: latestDay),
      rows: Cleaner(rows, latestDay: latestDay),
    )
  }
}

extension Harvest {
  /// Writes `17850.0` as `17850` where every customer key of the file is written that way.
  fileprivate mutating func dropUselessDecimals() throws(SegmentError) {
    if let runs {
      guard runs.hasUselessDecimals else { return }
      self.runs = try runs.rewritten(allowance) { key, _ in
        key.withoutUselessDecimal
      } line: { line, _ in
        line.withoutUselessDecimal
      }
      return
    }
    guard orders.keys.allSatisfy(\.customer.hasUselessDecimal),
      loose.keys.allSatisfy(\.customer.hasUselessDecimal)
    else { return }
    orders = orders.rekeyed(\.withoutUselessDecimal)
    loose = Dictionary(
      loose.map { ($0.withoutUselessDecimal, $1) },
      uniquingKeysWith: +,
    )
  }
}

extension OrderKey {
  fileprivate var withoutUselessDecimal: OrderKey {
    OrderKey(customer: customer.withoutUselessDecimal, order: order)
  }
}

extension LooseLine {
  fileprivate var withoutUselessDecimal: LooseLine {
    var line = self
    line.customer = customer.withoutUselessDecimal
    return line
  }
}
