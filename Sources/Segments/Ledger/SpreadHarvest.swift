import Tables

/// The orders and loose lines of one delivery by the shelf they belong on.
struct SpreadHarvest: Sendable {
  private let book: OrderBook
  /// The numbers of the book's orders, shelf by shelf.
  private var numbers: [Int32]
  /// Where the orders of each shelf begin, and where the last ones end.
  private var starts: [Int]
  private var loose: [Int: [(line: LooseLine, copies: Int32)]] = [:]
  /// Shelves that something belongs on.
  let touched: [Int]

  init(_ book: OrderBook, _ lines: [LooseLine: Int32], over plan: ShelfPlan) {
    self.book = book
    let block = 1 << 14
    let blocks = Parallel.map((book.count + block - 1) / block, work: book.count << 4) { number in
      (number * block..<min(book.count, (number + 1) * block)).map {
        Int32(truncatingIfNeeded: plan.shelf(of: book.customerFingerprint(of: $0)))
      }
    }
    let shelves = blocks.flatMap(\.self)
    starts = Array(repeating: 0, count: plan.count + 1)
    for shelf in shelves { starts[Int(shelf) + 1] += 1 }
    for shelf in 0..<plan.count { starts[shelf + 1] += starts[shelf] }
    var next = starts
    numbers = Array(repeating: 0, count: shelves.count)
    for (number, shelf) in shelves.enumerated() {
      numbers[next[Int(shelf)]] = Int32(truncatingIfNeeded: number)
      next[Int(shelf)] += 1
    }
    for (line, copies) in lines {
      loose[plan.shelf(of: line.customer.sampleHash), default: []].append((line, copies))
    }
    let (ends, some) = (starts, loose)
    touched = (0..<plan.count).filter { ends[$0] < ends[$0 + 1] || some[$0] != nil }
  }

  /// What belongs on a shelf, in the order of the keys.
  ///
  /// - Parameter version: of the delivery; each order adds its own update stamp.
  func rows(of shelf: Int, _ version: Version) -> ShelfRows {
    var rows = ShelfRows()
    let range = starts[shelf]..<starts[shelf + 1]
    rows.reserve(range.count, keyBytes: range.count * 16)
    book.copy(numbers[range], version, to: &rows)
    for (line, copies) in loose[shelf, default: []] { rows.append(line, copies: copies) }
    return rows.sorted()
  }
}
