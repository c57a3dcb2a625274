import Tables

/// All orders and loose lines of a ledger, spread over shelves, of which only those in use need be at hand.
///
/// A shelf is kept as the bytes that the store keeps; rows are made of them only while a shelf is changed. What
/// the orders of each customer add up to is kept beside, so that features need no rows.
struct OrderShelves: Sendable {
  private(set) var plan = ShelfPlan(rows: 0)
  /// Orders and loose lines.
  private(set) var rowCount = 0
  /// Distinct numbers of paid orders.
  private(set) var numberCount = 0
  private(set) var orders: ShelfBytes
  private(set) var numbers: ShelfBytes
  /// `nil` where a shelf is not at hand.
  private(set) var sheets: [HistorySheet?]
  /// Where shelves go that find no room in memory.
  private var overflow: Overflow
  private var changed: [ShelfPlan.Kind: Set<Int>] = [:]
  /// What the store has besides, under names of another plan or form.
  private var outdated: Set<String> = []

  /// Empty shelves.
  init() {
    self.init(empty: ShelfPlan(rows: 0), Overflow())
  }

  private init(empty plan: ShelfPlan, _ overflow: Overflow) {
    (self.plan, self.overflow) = (plan, overflow)
    orders = ShelfBytes(empty: plan.count)
    numbers = orders
    sheets = Array(repeating: HistorySheet(), count: plan.count)
  }

  /// Shelves that are kept somewhere: none is at hand.
  init(rowCount: Int, numberCount: Int) {
    (plan, overflow) = (ShelfPlan(rows: rowCount), Overflow())
    (self.rowCount, self.numberCount) = (rowCount, numberCount)
    orders = ShelfBytes(away: plan.count)
    numbers = orders
    sheets = Array(repeating: nil, count: plan.count)
  }

  /// Lets shelves take no more memory than this.
  mutating func allow(_ allowance: Allowance) {
    overflow = Overflow(allowance)
  }

  // MARK: - What is at hand

  /// Takes in what the store has of some parts; what it does not have is empty.
  mutating func take(
    _ wanted: [ShelfPlan.Kind: [Int]],
    _ chunks: [LedgerChunk],
  ) throws(SegmentError) {
    var found: [ShelfPlan.Kind: [[UInt8]]] = [:]
    for kind in wanted.keys { found[kind] = Array(repeating: [], count: plan.count) }
    for chunk in chunks {
      guard let place = plan.place(of: chunk.name) else { continue }
      found[place.kind]?[place.shelf] = chunk.bytes
    }
    for (kind, shelves) in wanted {
      let bytes = found[kind, default: []]
      switch kind {
      case .orders:
        for shelf in shelves where orders.isAway(shelf) {
          try orders.put(bytes[shelf], on: shelf, &overflow)
        }
      case .numbers:
        for shelf in shelves where numbers.isAway(shelf) {
          try numbers.put(bytes[shelf], on: shelf, &overflow)
        }
      case .sheets: try takeSheets(shelves.filter { sheets[$0] == nil }, bytes)
      }
    }
  }

  private mutating func takeSheets(
    _ shelves: [Int],
    _ bytes: [[UInt8]],
  ) throws(SegmentError) {
    let block = 64
    // A sheet is small: handing over each by itself would take longer than reading it.
    let read = Parallel.map((shelves.count + block - 1) / block, work: .max) { number in
      shelves[number * block..<min(shelves.count, (number + 1) * block)].map {
        HistorySheet(bytes[$0])
      }
    }
    for (shelf, sheet) in zip(shelves, read.joined()) {
      guard let sheet else { throw .damagedLedger(chunk: plan.name(.sheets, shelf)) }
      sheets[shelf] = sheet
    }
  }

  /// The names of all shelves of some kinds.
  func names(of kinds: [ShelfPlan.Kind] = ShelfPlan.Kind.allCases) -> [String] {
    kinds.flatMap { kind in (0..<plan.count).map { plan.name(kind, $0) } }
  }

  /// What must be at hand before the orders of deliveries are joined; `nil` for everything.
  func names(for harvests: [Harvest]) -> [String]? {
    let rows = harvests.reduce(rowCount) { $0 + $1.orderCount }
    guard ShelfPlan(rows: rows) == plan, harvests.allSatisfy({ $0.runs == nil }) else {
      return nil
    }
    var (shelves, counters) = (Set<Int>(), Set<Int>())
    for harvest in harvests {
      for part in harvest.orders.parts {
        for number in part.orders.indices {
          shelves.insert(plan.shelf(of: part.customerFingerprint(of: number)))
          counters.insert(plan.shelf(of: part.orderFingerprint(of: number)))
        }
      }
      for line in harvest.loose.keys { shelves.insert(plan.shelf(of: line.customer.sampleHash)) }
    }
    return shelves.sorted().filter(orders.isAway).map { plan.name(.orders, $0) }
      + counters.sorted().filter(numbers.isAway).map { plan.name(.numbers, $0) }
  }

  /// The rows of a shelf.
  func rows(_ shelf: Int) throws(SegmentError) -> ShelfRows {
    guard let bytes = try orders.bytes(shelf), let rows = ShelfRows(bytes) else {
      throw .damagedLedger(chunk: plan.name(.orders, shelf))
    }
    return rows
  }

  // MARK: - What the store keeps

  /// All shelves as chunks; they must be at hand.
  func chunks() throws(SegmentError) -> [LedgerChunk] {
    try chunks(named: names())
  }

  /// Some shelves as chunks; empty ones have none.
  func chunks(named names: [String]) throws(SegmentError) -> [LedgerChunk] {
    var chunks: [LedgerChunk] = []
    for name in names {
      guard let place = plan.place(of: name) else { throw .damagedLedger(chunk: name) }
      let bytes = try bytes(place.kind, place.shelf)
      if !bytes.isEmpty { chunks.append(LedgerChunk(name: name, bytes: bytes)) }
    }
    return chunks
  }

  /// What has changed since the store was last brought up to date.
  func changes() throws(SegmentError) -> LedgerChanges {
    var changes = LedgerChanges(removed: outdated.sorted())
    for kind in ShelfPlan.Kind.allCases {
      for shelf in changed[kind, default: []].sorted() {
        let name = plan.name(kind, shelf)
        if isLeftForLater(kind, shelf) {
          changes.deferred.append(
            DeferredChunk(name: name) { [self] () throws(SegmentError) in
              try self.bytes(kind, shelf)
            }
          )
          continue
        }
        let bytes = try bytes(kind, shelf)
        if bytes.isEmpty {
          changes.removed.append(name)
        } else {
          changes.written.append(LedgerChunk(name: name, bytes: bytes))
        }
      }
    }
    return changes
  }

  /// Forgets what has changed: the store has it.
  mutating func keep() {
    (changed, outdated) = ([:], [])
  }

  /// Notes what the store has under names that are no more.
  mutating func outdate(_ names: [String]) {
    outdated.formUnion(names)
  }

  /// Whether the bytes of a shelf are not made before they are written, because all of them would take too much
  /// memory.
  private func isLeftForLater(_ kind: ShelfPlan.Kind, _ shelf: Int) -> Bool {
    switch kind {
    case .orders: orders.isSpilled(shelf)
    case .numbers: numbers.isSpilled(shelf)
    case .sheets: orders.isSpilled(shelf) && sheets[shelf]?.count ?? 0 > 0
    }
  }

  private func bytes(_ kind: ShelfPlan.Kind, _ shelf: Int) throws(SegmentError) -> [UInt8] {
    let found =
      switch kind {
      case .orders: try orders.bytes(shelf)
      case .numbers: try numbers.bytes(shelf)
      case .sheets: sheets[shelf]?.bytes
      }
    guard let found else { throw .damagedLedger(chunk: plan.name(kind, shelf)) }
    return found
  }
}

// MARK: - Changes

extension OrderShelves {
  /// The new rows of some shelves, in any order of their keys.
  typealias NewRows = [(shelf: Int, rows: ShelfRows)]

  /// Joins rows with their shelves, on all cores; the numbers of orders are still to be counted.
  ///
  /// - Parameter rows: the new rows of a group of shelves; no shelf is in two groups.
  mutating func join(
    _ groups: Range<Int>,
    _ change: inout ShelfChange,
    _ rows: @Sendable (Int) throws(SegmentError) -> NewRows,
  ) throws(SegmentError) {
    let (orders, sheets, plan) = (orders, sheets, plan)
    let outcomes = Parallel.map(groups.count, work: .max) { next in
      Result { () throws(SegmentError) -> [Outcome] in
        var outcomes: [Outcome] = []
        for (shelf, rows) in try rows(groups.lowerBound + next) {
          guard let bytes = try orders.bytes(shelf),
            var outcome = Outcome(bytes, joining: rows, at: shelf, sheets[shelf])
          else { throw .damagedLedger(chunk: plan.name(.orders, shelf)) }
          if outcome.orders == bytes { outcome.orders = nil }
          outcomes.append(outcome)
        }
        return outcomes
      }
    }
    for group in outcomes {
      for outcome in try group.get() {
        try put(outcome)
        change.add(outcome.change)
      }
    }
    guard change.added.count + change.removed.count > overflow.waitingNumbers else { return }
    try count(&change)
  }

  private mutating func join(
    _ rows: [Int: ShelfRows],
    _ change: inout ShelfChange,
  ) throws(SegmentError) {
    let parts = rows.map { (shelf: $0.key, rows: $0.value) }
    try join(parts.indices, &change) { [parts[$0]] }
  }

  /// Fills empty shelves with rows in any order.
  mutating func fill(_ rows: ShelfRows) throws(SegmentError) {
    try spread(over: ShelfPlan(rows: rows.count))
    var change = ShelfChange()
    try join(rows.split(by: plan), &change)
    try count(&change)
  }

  /// Puts a changed shelf in its place.
  mutating func put(_ outcome: Outcome) throws(SegmentError) {
    guard let bytes = outcome.orders else { return }
    try orders.put(bytes, on: outcome.shelf, &overflow)
    sheets[outcome.shelf] = outcome.sheet
    rowCount += outcome.rows
    changed[.orders, default: []].insert(outcome.shelf)
    changed[.sheets, default: []].insert(outcome.shelf)
  }

  /// Counts the numbers of orders that came and went; none is left to be counted.
  mutating func count(_ change: inout ShelfChange) throws(SegmentError) {
    let (added, removed) = (spread(change.added), spread(change.removed))
    (change.added, change.removed) = ([], [])
    let touched = (0..<plan.count).filter { !added[$0].isEmpty || !removed[$0].isEmpty }
    let (numbers, plan) = (numbers, plan)
    typealias Counted = (bytes: [UInt8]?, more: Int)
    let results = Parallel.map(touched.count, work: .max) { place in
      Result { () throws(SegmentError) -> Counted in
        let shelf = touched[place]
        guard let bytes = try numbers.bytes(shelf), var known = NumberShelf(bytes) else {
          throw .damagedLedger(chunk: plan.name(.numbers, shelf))
        }
        let before = known.distinct
        known.change(adding: added[shelf], removing: removed[shelf])
        let new = known.bytes
        return (new == bytes ? nil : new, known.distinct - before)
      }
    }
    for (shelf, result) in zip(touched, results) {
      let (bytes, more) = try result.get()
      numberCount += more
      guard let bytes else { continue }
      try self.numbers.put(bytes, on: shelf, &overflow)
      changed[.numbers, default: []].insert(shelf)
    }
  }

  private func spread(_ numbers: [UInt64]) -> [[UInt64]] {
    var shelves = [[UInt64]](repeating: [], count: plan.count)
    for number in numbers { shelves[plan.shelf(of: number)].append(number) }
    return shelves
  }

  /// Spreads everything over as many shelves as so many rows ask for; all must be at hand.
  mutating func spread(over wanted: ShelfPlan) throws(SegmentError) {
    guard wanted != plan else { return }
    let old = self
    self = OrderShelves(empty: wanted, old.overflow)
    outdated = old.outdated.union(old.names())
    let ratio = max(1, old.plan.count / wanted.count)
    var change = ShelfChange()
    // Where shelves become fewer, those that become one are joined one after another. Some at a time: rows take
    // more memory than their bytes.
    for turn in 0..<ratio {
      let sources = Array(stride(from: turn, to: old.plan.count, by: ratio))
      for start in stride(from: 0, to: sources.count, by: 256) {
        try join(sources[start..<min(start + 256, sources.count)], of: old, &change)
      }
    }
    try count(&change)
  }

  private mutating func join(
    _ sources: ArraySlice<Int>,
    of old: OrderShelves,
    _ change: inout ShelfChange,
  ) throws(SegmentError) {
    let (plan, first) = (plan, sources.startIndex)
    let split = Parallel.map(sources.count, work: .max) { place in
      Result { () throws(SegmentError) in
        try old.rows(sources[first + place]).split(by: plan)
      }
    }
    var parts: [Int: ShelfRows] = [:]
    // No two of these sources have rows for the same shelf.
    for pieces in split { parts.merge(try pieces.get()) { one, _ in one } }
    try join(parts, &change)
  }
}

extension ShelfRows {
  /// The rows by the shelf they stand on.
  fileprivate func split(by plan: ShelfPlan) -> [Int: ShelfRows] {
    var shelves: [Int: ShelfRows] = [:]
    var (last, shelf) = (Int32(-1)..<Int32(-1), 0)
    for place in rows.indices {
      if rows[place].customer != last {
        last = rows[place].customer
        shelf = plan.shelf(of: fingerprint(last))
      }
      shelves[shelf, default: ShelfRows()].append(place, of: self)
    }
    return shelves
  }
}
