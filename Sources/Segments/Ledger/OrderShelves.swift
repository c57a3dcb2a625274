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
  /// `nil` where a shelf is not at hand.
  private(set) var orders: [[UInt8]?]
  private(set) var numbers: [[UInt8]?]
  private(set) var sheets: [HistorySheet?]
  private var changed: [ShelfPlan.Kind: Set<Int>] = [:]
  /// What the store has besides, under names of another plan or form.
  private var outdated: Set<String> = []

  /// Empty shelves.
  init() {
    (orders, numbers, sheets) = ([[]], [[]], [HistorySheet()])
  }

  /// Shelves that are kept somewhere: none is at hand.
  init(rowCount: Int, numberCount: Int) {
    plan = ShelfPlan(rows: rowCount)
    (self.rowCount, self.numberCount) = (rowCount, numberCount)
    orders = Array(repeating: nil, count: plan.count)
    numbers = orders
    sheets = Array(repeating: nil, count: plan.count)
  }

  var isWhole: Bool { !orders.contains(nil) && !numbers.contains(nil) }

  // MARK: - What is at hand

  /// Takes in what the store has under names; what it does not have is empty.
  mutating func take(_ names: [String], _ chunks: [LedgerChunk]) throws(SegmentError) {
    let found = Dictionary(chunks.map { ($0.name, $0.bytes) }, uniquingKeysWith: { one, _ in one })
    var sheets: [(shelf: Int, bytes: [UInt8], name: String)] = []
    for name in names {
      guard let place = plan.place(of: name) else { throw .damagedLedger(chunk: name) }
      let bytes = found[name] ?? []
      switch place.kind {
      case .orders: orders[place.shelf] = orders[place.shelf] ?? bytes
      case .numbers: numbers[place.shelf] = numbers[place.shelf] ?? bytes
      case .sheets where self.sheets[place.shelf] == nil: sheets.append((place.shelf, bytes, name))
      case .sheets: break
      }
    }
    let wanted = sheets
    let read = Parallel.map(wanted.count, work: .max) { HistorySheet(wanted[$0].bytes) }
    for (sheet, want) in zip(read, wanted) {
      guard let sheet else { throw .damagedLedger(chunk: want.name) }
      self.sheets[want.shelf] = sheet
    }
  }

  /// The names of all shelves of some kinds.
  func names(of kinds: [ShelfPlan.Kind] = ShelfPlan.Kind.allCases) -> [String] {
    kinds.flatMap { kind in (0..<plan.count).map { plan.name(kind, $0) } }
  }

  /// What must be at hand before a book's orders and these lines are joined; `nil` for everything.
  func names(for book: OrderBook, _ loose: [LooseLine: Int32]) -> [String]? {
    guard ShelfPlan(rows: rowCount + book.count + loose.count) == plan else { return nil }
    var (shelves, counters) = (Set<Int>(), Set<Int>())
    for part in book.parts {
      for number in part.orders.indices {
        shelves.insert(plan.shelf(of: part.customerFingerprint(of: number)))
        counters.insert(plan.shelf(of: part.orderFingerprint(of: number)))
      }
    }
    for line in loose.keys { shelves.insert(plan.shelf(of: line.customer.sampleHash)) }
    return shelves.sorted().filter { orders[$0] == nil }.map { plan.name(.orders, $0) }
      + counters.sorted().filter { numbers[$0] == nil }.map { plan.name(.numbers, $0) }
  }

  /// The rows of a shelf.
  func rows(_ shelf: Int) throws(SegmentError) -> ShelfRows {
    guard let bytes = orders[shelf], let rows = ShelfRows(bytes) else {
      throw .damagedLedger(chunk: plan.name(.orders, shelf))
    }
    return rows
  }

  // MARK: - What the store keeps

  /// All shelves as chunks; they must be at hand.
  func chunks() throws(SegmentError) -> [LedgerChunk] {
    var chunks: [LedgerChunk] = []
    for kind in ShelfPlan.Kind.allCases {
      for shelf in 0..<plan.count {
        let bytes = try bytes(kind, shelf)
        if !bytes.isEmpty { chunks.append(LedgerChunk(name: plan.name(kind, shelf), bytes: bytes)) }
      }
    }
    return chunks
  }

  /// What has changed since the store was last brought up to date.
  func changes() throws(SegmentError) -> LedgerChanges {
    var changes = LedgerChanges(removed: outdated.sorted())
    for kind in ShelfPlan.Kind.allCases {
      for shelf in changed[kind, default: []].sorted() {
        let (name, bytes) = (plan.name(kind, shelf), try bytes(kind, shelf))
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

  private func bytes(_ kind: ShelfPlan.Kind, _ shelf: Int) throws(SegmentError) -> [UInt8] {
    let found =
      switch kind {
      case .orders: orders[shelf]
      case .numbers: numbers[shelf]
      case .sheets: sheets[shelf]?.bytes
      }
    guard let found else { throw .damagedLedger(chunk: plan.name(kind, shelf)) }
    return found
  }
}

// MARK: - Changes

extension OrderShelves {
  /// What became of one shelf.
  struct Outcome: Sendable {
    var shelf: Int
    var orders: [UInt8]
    var sheet: HistorySheet
    var rows: Int
    var change: ShelfChange
  }

  /// Joins rows with their shelves, on all cores; the numbers of orders are still to be counted.
  ///
  /// - Parameter rows: the new rows of a group of shelves, in any order of their keys; no shelf is in two groups.
  mutating func join(
    groups: Int,
    _ rows: @Sendable (Int) -> [(shelf: Int, rows: ShelfRows)],
  ) throws(SegmentError) -> [ShelfChange] {
    let orders = orders
    let outcomes = Parallel.map(groups, work: .max) { group in
      rows(group).map { shelf, rows -> (shelf: Int, outcome: Outcome?) in
        guard let bytes = orders[shelf], let known = ShelfRows(bytes) else { return (shelf, nil) }
        var change = ShelfChange()
        let joined = known.joined(with: rows.sorted(), &change)
        return (shelf, Outcome(joined, of: shelf, before: known.count, change))
      }
    }
    var changes: [ShelfChange] = []
    for (shelf, outcome) in outcomes.joined() {
      guard let outcome else { throw .damagedLedger(chunk: plan.name(.orders, shelf)) }
      put(outcome)
      changes.append(outcome.change)
    }
    return changes
  }

  private mutating func join(_ rows: [Int: ShelfRows]) throws(SegmentError) -> [ShelfChange] {
    let parts = rows.map { (shelf: $0.key, rows: $0.value) }
    return try join(groups: parts.count) { [parts[$0]] }
  }

  /// Fills empty shelves with rows in any order.
  mutating func fill(_ rows: ShelfRows) throws(SegmentError) {
    try spread(over: ShelfPlan(rows: rows.count))
    try count(join(rows.split(by: plan)))
  }

  /// Puts a changed shelf in its place.
  mutating func put(_ outcome: Outcome) {
    guard orders[outcome.shelf] != outcome.orders else { return }
    orders[outcome.shelf] = outcome.orders
    sheets[outcome.shelf] = outcome.sheet
    rowCount += outcome.rows
    changed[.orders, default: []].insert(outcome.shelf)
    changed[.sheets, default: []].insert(outcome.shelf)
  }

  /// Counts the numbers of orders that came and went.
  mutating func count(_ changes: [ShelfChange]) throws(SegmentError) {
    let added = spread(changes.map(\.added))
    let removed = spread(changes.map(\.removed))
    let touched = (0..<plan.count).filter { !added[$0].isEmpty || !removed[$0].isEmpty }
    let numbers = numbers
    let results = Parallel.map(touched.count, work: .max) { place -> (bytes: [UInt8], more: Int)? in
      let shelf = touched[place]
      guard let bytes = numbers[shelf], var known = NumberShelf(bytes) else { return nil }
      let before = known.distinct
      known.change(adding: added[shelf], removing: removed[shelf])
      return (known.bytes, known.distinct - before)
    }
    for (shelf, result) in zip(touched, results) {
      guard let result else { throw .damagedLedger(chunk: plan.name(.numbers, shelf)) }
      numberCount += result.more
      guard self.numbers[shelf] != result.bytes else { continue }
      self.numbers[shelf] = result.bytes
      changed[.numbers, default: []].insert(shelf)
    }
  }

  private func spread(_ lists: [[UInt64]]) -> [[UInt64]] {
    var shelves = [[UInt64]](repeating: [], count: plan.count)
    for list in lists {
      for number in list { shelves[plan.shelf(of: number)].append(number) }
    }
    return shelves
  }

  /// Spreads everything over as many shelves as so many rows ask for; all must be at hand.
  mutating func spread(over wanted: ShelfPlan) throws(SegmentError) {
    guard wanted != plan else { return }
    let old = self
    self = OrderShelves(empty: wanted)
    outdated = old.outdated.union(old.names())
    let ratio = max(1, old.plan.count / wanted.count)
    // Where shelves become fewer, those that become one are joined one after another. Some at a time: rows take
    // more memory than their bytes.
    for turn in 0..<ratio {
      let sources = Array(stride(from: turn, to: old.plan.count, by: ratio))
      for start in stride(from: 0, to: sources.count, by: 256) {
        try join(sources[start..<min(start + 256, sources.count)], of: old)
      }
    }
    var numbers: [UInt64] = []
    for (shelf, bytes) in old.numbers.enumerated() {
      guard let known = bytes.flatMap(NumberShelf.init) else {
        throw .damagedLedger(chunk: old.plan.name(.numbers, shelf))
      }
      numbers += known.numbers
    }
    var change = ShelfChange()
    change.added = numbers
    try count([change])
  }

  private mutating func join(
    _ sources: ArraySlice<Int>,
    of old: OrderShelves,
  ) throws(SegmentError) {
    let (plan, first) = (plan, sources.startIndex)
    let split = Parallel.map(sources.count, work: .max) { place in
      old.orders[sources[first + place]].flatMap(ShelfRows.init).map { $0.split(by: plan) }
    }
    var parts: [Int: ShelfRows] = [:]
    for (source, pieces) in zip(sources, split) {
      guard let pieces else { throw .damagedLedger(chunk: old.plan.name(.orders, source)) }
      // No two of these sources have rows for the same shelf.
      parts.merge(pieces) { one, _ in one }
    }
    _ = try join(parts)
  }

  private init(empty plan: ShelfPlan) {
    self.init()
    self.plan = plan
    orders = Array(repeating: [], count: plan.count)
    numbers = orders
    sheets = Array(repeating: HistorySheet(), count: plan.count)
  }
}

extension OrderShelves.Outcome {
  init(_ rows: ShelfRows, of shelf: Int, before: Int, _ change: ShelfChange) {
    self.init(
      shelf: shelf,
      orders: rows.bytes,
      sheet: HistorySheet(rows),
      rows: rows.count - before,
      change: change,
    )
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
