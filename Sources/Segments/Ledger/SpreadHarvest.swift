import Tables

/// The orders and loose lines of one delivery by the shelf they belong on, in groups that have no shelf in common.
struct SpreadHarvest: Sendable {
  private let book: OrderBook
  private let plan: ShelfPlan
  private var loose: [Int: [(line: LooseLine, copies: Int32)]] = [:]
  /// How many groups there are.
  let groups: Int

  init(_ book: OrderBook, _ lines: [LooseLine: Int32], over plan: ShelfPlan) {
    (self.book, self.plan) = (book, plan)
    // A part of the book has shelves of its own, unless there are fewer shelves than parts.
    groups = plan.bits < OrderBook.partBits ? 1 : book.parts.count
    for (line, copies) in lines {
      loose[plan.shelf(of: line.customer.sampleHash), default: []].append((line, copies))
    }
  }

  /// What belongs on the shelves of a group, in the order of the keys; shelves on which nothing belongs are left
  /// out.
  ///
  /// - Parameter version: of the delivery; each order adds its own update stamp.
  func rows(ofGroup group: Int, _ version: Version) -> [(shelf: Int, rows: ShelfRows)] {
    let count = plan.count / groups
    let first = group * count
    var shelves = [ShelfRows](repeating: ShelfRows(), count: count)
    let parts = groups == 1 ? book.parts[...] : book.parts[group...group]
    for part in parts { part.copy(over: plan, version, to: &shelves, from: first) }
    for (shelf, lines) in loose where (first..<first + count).contains(shelf) {
      for (line, copies) in lines { shelves[shelf - first].append(line, copies: copies) }
    }
    return shelves.indices.filter { !shelves[$0].isEmpty }.map { (first + $0, shelves[$0]) }
  }
}
