import Tables

/// Orders and loose lines of one delivery that did not fit into memory, written as runs.
///
/// A run is cut into cells by the hash of the customer's key, as shelves are, so that a ledger takes them cell by
/// cell. An order stands in every run between whose ends it had lines; whoever takes a cell joins them.
struct OrderRuns: Sendable {
  /// How a run is cut.
  static let plan = ShelfPlan(bits: 8)

  private let spill: Spill
  private let amounts: AmountMeaning
  private var runs: [[SpilledBytes]] = []
  /// Orders and loose lines, those in several runs as often.
  private(set) var rowCount = 0
  /// Whether every customer's key is written with a useless `.0`.
  private(set) var hasUselessDecimals = true

  init(_ opener: Spill.Opener, _ amounts: AmountMeaning) throws(SegmentError) {
    spill = try Spill(opener)
    self.amounts = amounts
  }

  /// Writes all orders of a book, and lines, as one more run.
  mutating func write(
    _ book: OrderBook,
    _ loose: [LooseLine: Int32],
  ) throws(SegmentError) {
    guard !book.isEmpty || !loose.isEmpty else { return }
    rowCount += book.count + loose.count
    hasUselessDecimals =
      hasUselessDecimals && book.keys.allSatisfy(\.customer.hasUselessDecimal)
      && loose.keys.allSatisfy(\.customer.hasUselessDecimal)
    let lines = Dictionary(grouping: loose) { Self.plan.shelf(of: $0.key.customer.sampleHash) }
    let count = Self.plan.count / book.parts.count
    let origin = RowOrigin(version: Version())
    var run: [SpilledBytes] = []
    // Some parts at a time: as rows they take as much memory as in the book.
    for first in stride(from: 0, to: book.parts.count, by: 2) {
      let written = Parallel.map(2, work: .max) { next -> [[UInt8]] in
        let cell = (first + next) * count
        var cells = [ShelfRows](repeating: ShelfRows(), count: count)
        book.parts[first + next].copy(over: Self.plan, origin, to: &cells, from: cell)
        for place in cells.indices {
          for (line, copies) in lines[cell + place, default: []] {
            cells[place].append(line, copies: copies)
          }
        }
        return cells.map(\.bytes)
      }
      for bytes in written.joined() { run.append(try spill.write(bytes)) }
    }
    runs.append(run)
  }

  /// Takes all orders and lines out of memory as one more run: none is left where they were.
  mutating func take(
    _ book: inout OrderBook,
    _ loose: inout [LooseLine: Int32],
  ) throws(SegmentError) {
    try write(book, loose)
    (book, loose) = (OrderBook(), [:])
  }

  /// All orders and lines of one cell, what the runs say of one order joined.
  func cell(
    _ cell: Int
  ) throws(SegmentError) -> (orders: OrderBookPart, loose: [LooseLine: Int32]) {
    var orders = OrderBookPart()
    var loose: [LooseLine: Int32] = [:]
    for run in runs where run[cell].count > 0 {
      guard let rows = ShelfRows(try run[cell].read()) else {
        // What this very process has written and the disk gives back otherwise.
        throw .spillFailed(ReadFailure(code: 5, words: "it does not give back what was written"))
      }
      orders.join(rows, amounts)
      for row in rows.rows where row.order.isEmpty {
        loose[rows.looseLine(row), default: 0] += row.copies
      }
    }
    return (orders, loose)
  }

  /// The same orders and lines under other keys, or without those for which there is none.
  func rewritten(
    _ allowance: Allowance,
    order: (OrderKey, HarvestedOrder) -> OrderKey?,
    line: (LooseLine, Int32) -> LooseLine?,
  ) throws(SegmentError) -> OrderRuns {
    guard let opener = allowance.opener else { return self }
    var result = try OrderRuns(opener, amounts)
    var book = OrderBook()
    var lines: [LooseLine: Int32] = [:]
    for cell in 0..<Self.plan.count {
      let (part, loose) = try self.cell(cell)
      for number in part.orders.indices {
        let key = order(part.key(of: number), part.orders[number])
        if let key { book.append(ItemKey(key), part, number) }
      }
      for (one, copies) in loose {
        if let one = line(one, copies) { lines[one, default: 0] += copies }
      }
      guard book.memoryBytes + LooseLine.memoryBytes(lines) > allowance.harvestBytes else {
        continue
      }
      try result.take(&book, &lines)
    }
    try result.take(&book, &lines)
    return result
  }
}

extension ShelfRows {
  /// A loose line as it was before it was put on a shelf.
  fileprivate func looseLine(_ row: ShelfRow) -> LooseLine {
    LooseLine(
      customer: key(row.customer),
      row: row.row,
      bought: ItemCodes(ascending: Array(codes(of: row))) ?? .none,
    )
  }
}

extension LooseLine {
  /// How many bytes of memory lines take, about.
  static func memoryBytes(_ lines: [LooseLine: Int32]) -> Int {
    lines.count * MemoryLayout<LooseLine>.stride * 2
  }
}
