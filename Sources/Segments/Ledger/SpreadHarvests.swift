import Tables

/// The orders and loose lines of deliveries by the shelf they belong on, in groups that have no shelf in common.
struct SpreadHarvests: Sendable {
  private let deliveries: [One]
  private let plan: ShelfPlan
  /// How many groups there are.
  let groups: Int

  private struct One: Sendable {
    let book: OrderBook
    let runs: OrderRuns?
    let origin: RowOrigin
    var loose: [Int: [(line: LooseLine, copies: Int32)]] = [:]
  }

  /// - Parameter harvests: all of them in runs, or none.
  init(_ harvests: [Harvest], acceptance: Int32, over plan: ShelfPlan) {
    self.plan = plan
    deliveries = harvests.enumerated().map { place, harvest in
      let source = Int32(place)
      let version = harvest.version(updated: 0, acceptance: acceptance + source)
      let origin = RowOrigin(version: version, source: source)
      var one = One(book: harvest.orders, runs: harvest.runs, origin: origin)
      for (line, copies) in harvest.loose {
        one.loose[plan.shelf(of: line.customer.sampleHash), default: []].append((line, copies))
      }
      return one
    }
    // A part of the book has shelves of its own, unless there are fewer shelves than parts; a run is cut finer.
    if harvests.contains(where: { $0.runs != nil }) {
      groups = 1 << min(OrderRuns.plan.bits, plan.bits)
    } else {
      groups = plan.bits < OrderBook.partBits ? 1 : 1 << OrderBook.partBits
    }
  }

  /// What belongs on the shelves of a group, in any order of the keys; shelves on which nothing belongs are left
  /// out.
  func rows(ofGroup group: Int) throws(SegmentError) -> OrderShelves.NewRows {
    let count = plan.count / groups
    let first = group * count
    var shelves = [ShelfRows](repeating: ShelfRows(), count: count)
    for one in deliveries {
      if let runs = one.runs {
        try add(runs, one.origin, to: &shelves, group)
        continue
      }
      let parts = groups == 1 ? one.book.parts[...] : one.book.parts[group...group]
      for part in parts { part.copy(over: plan, one.origin, to: &shelves, from: first) }
      for (shelf, lines) in one.loose where (first..<first + count).contains(shelf) {
        for (line, copies) in lines {
          shelves[shelf - first].append(line, copies: copies, source: one.origin.source)
        }
      }
    }
    return shelves.indices.filter { !shelves[$0].isEmpty }.map { (first + $0, shelves[$0]) }
  }

  private func add(
    _ runs: OrderRuns,
    _ origin: RowOrigin,
    to shelves: inout [ShelfRows],
    _ group: Int,
  ) throws(SegmentError) {
    let (cells, first) = (OrderRuns.plan.count / groups, group * shelves.count)
    for cell in group * cells..<(group + 1) * cells {
      let (orders, lines) = try runs.cell(cell)
      orders.copy(over: plan, origin, to: &shelves, from: first)
      for (line, copies) in lines {
        let shelf = plan.shelf(of: line.customer.sampleHash) - first
        shelves[shelf].append(line, copies: copies, source: origin.source)
      }
    }
  }
}
