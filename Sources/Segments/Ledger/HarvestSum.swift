import Tables

/// What the parts of a file add up to.
struct HarvestSum: Sendable {
  private(set) var rowsKept = 0
  private(set) var rejectedByRule: [String: Int] = [:]
  private(set) var rejected = RejectedLines()
  private(set) var newestDay: Int32?
  private(set) var orders = OrderBook()
  private(set) var loose: [LooseLine: Int32] = [:]
  /// What was taken out of memory.
  private(set) var runs: OrderRuns?
  private(set) var exchange: Exchange
  private let amounts: AmountMeaning
  /// Parts that are read but not joined yet.
  private var waiting: [CSVReader.Batch<HarvestPart>] = []

  init(_ exchange: Exchange, _ amounts: AmountMeaning) {
    self.exchange = exchange
    self.amounts = amounts
  }

  /// Takes the orders out of memory when they grow beyond what they may take.
  ///
  /// Refuses a file of which the list of rejected rows alone needs too much, or whose orders can go nowhere.
  mutating func makeRoom(_ allowance: Allowance) throws(SegmentError) {
    let bytes = orders.memoryBytes + LooseLine.memoryBytes(loose) + rejected.memoryBytes
    guard let opener = allowance.opener else {
      guard bytes > allowance.bytes else { return }
      let orders = orders.count + loose.count
      throw .refused(.tooMuchMemory(orders: orders, limit: allowance.bytes))
    }
    guard bytes > allowance.harvestBytes else { return }
    guard rejected.memoryBytes <= allowance.listBytes else {
      throw .refused(.tooManyToList(rejected.count, limit: allowance.bytes))
    }
    if runs == nil { runs = try OrderRuns(opener, amounts) }
    try spillRest()
  }

  /// Takes everything out of memory if some of it is out already.
  mutating func spillRest() throws(SegmentError) {
    try runs?.take(&orders, &loose)
  }

  /// Leaves parts to be joined later; they come in the order of the file.
  mutating func wait(for parts: [CSVReader.Batch<HarvestPart>]) {
    waiting += parts
  }

  /// Joins the parts that wait.
  mutating func join() {
    let parts = waiting
    waiting = []
    for (part, firstLine) in parts { join(part, firstLine: firstLine) }
  }

  private mutating func join(_ part: HarvestPart, firstLine: Int) {
    rowsKept += part.rowsKept
    rejectedByRule.merge(part.rejected.rowsByRule, uniquingKeysWith: +)
    rejected.append(part.rejected, firstLine: firstLine)
    newestDay = [newestDay, part.newestDay].compactMap(\.self).max()
    orders.join(part.orders, amounts)
    loose.merge(part.loose, uniquingKeysWith: +)
    exchange.join(part.exchange)
  }
}

extension Harvest {
  /// Takes over what the parts of the file add up to.
  mutating func take(_ sum: consuming HarvestSum) {
    rowsKept += sum.rowsKept
    rejectedByRule.merge(sum.rejectedByRule, uniquingKeysWith: +)
    rejected = sum.rejected
    newestDay = sum.newestDay
    orders = sum.orders
    loose = sum.loose
    runs = sum.runs
  }
}
