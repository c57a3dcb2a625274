/// Everything a dataset knows: one row an order, or one row a customer, joined from all deliveries.
///
/// Joining does not depend on the order of files but where only the order of acceptance can tell which
/// of two versions is newer. Sums are exact, so that any split of the same rows gives the same ledger.
///
/// Of a large ledger only what a run needs is at hand: see `parts(for:)`.
package struct Ledger: Sendable {
  package internal(set) var schema: SchemaMatch?
  package internal(set) var tally = LedgerTally()
  var shelves = OrderShelves()
  var customers: [Key: LedgerCustomer] = [:]
  /// Of deliveries whose orders are not joined yet, whether they told anything new besides.
  private var admitted: [Bool] = []
  /// What the store has of the head and the customers.
  var kept: [LedgerChunk] = []

  package init() {}

  /// Lets orders take no more memory than this.
  package mutating func allow(_ allowance: Allowance) {
    shelves.allow(allowance)
  }

  package var isEmpty: Bool { rowCount == 0 }

  /// Orders or lines without order number known so far, and customers of a customer table.
  package var rowCount: Int { shelves.rowCount + customers.count }

  /// Joins what a delivery holds; says whether anything is known now that was not before.
  ///
  /// A newer version of an order or customer replaces the older whole; lines without an order number
  /// join as multisets by the larger count. A delivery that does not fit throws before anything changes.
  @discardableResult
  package mutating func merge(_ harvest: Harvest) throws(SegmentError) -> Bool {
    try admit(harvest)
    return try join([harvest])[0]
  }

  /// Takes in all of a delivery but its orders, which are to be joined before anything else is asked of the
  /// ledger.
  ///
  /// A delivery that does not fit throws before anything changes.
  package mutating func admit(_ harvest: Harvest) throws(SegmentError) {
    try check(harvest)
    let acceptance = Int32(clamping: tally.deliveries)
    var hasNews = schema == nil
    if schema == nil { schema = harvest.schema }
    let places = schema.map { Self.places(of: $0.features, in: harvest.schema.features) } ?? []
    for customer in harvest.customers {
      let version = harvest.version(updated: customer.updated, acceptance: acceptance)
      let values = places.map { customer.values[$0] }
      hasNews = merge(values, version, at: customer.key) || hasNews
    }
    tally.add(harvest)
    admitted.append(hasNews)
  }

  /// Joins the orders of all deliveries that were admitted since, in that order; says of each whether it told
  /// anything that was not known before.
  ///
  /// Cost: every shelf is read and written once, however many deliveries there are.
  package mutating func join(_ harvests: [Harvest]) throws(SegmentError) -> [Bool] {
    precondition(harvests.count == admitted.count, "orders are joined of what was admitted")
    var hasNews = admitted
    admitted = []
    for source in try joinOrders(of: harvests) { hasNews[Int(source)] = true }
    return hasNews
  }

  /// Refuses a delivery of another grain, or one that lacks columns that are known.
  func check(_ harvest: Harvest) throws(SegmentError) {
    try check(harvest.schema)
    if let known = tally.currency, let new = harvest.currency, known != new {
      throw .refused(.severalCurrencies([known, new]))
    }
  }

  /// The places of the deliveries whose orders are news.
  private mutating func joinOrders(of harvests: [Harvest]) throws(SegmentError) -> Set<Int32> {
    let count = harvests.reduce(0) { $0 + $1.orderCount }
    guard count > 0 else { return [] }
    var harvests = harvests
    if harvests.contains(where: { $0.runs != nil }) {
      for place in harvests.indices { try harvests[place].spill() }
    }
    try shelves.spread(over: ShelfPlan(rows: shelves.rowCount + count))
    let first = Int32(clamping: tally.deliveries - harvests.count)
    let spread = SpreadHarvests(harvests, acceptance: first, over: shelves.plan)
    harvests = []
    var change = ShelfChange()
    // Some groups at a time: what becomes of them may not find room in memory.
    let step = 1 << OrderBook.partBits
    for group in stride(from: 0, to: spread.groups, by: step) {
      let groups = group..<min(group + step, spread.groups)
      try shelves.join(groups, &change) { group throws(SegmentError) in
        try spread.rows(ofGroup: group)
      }
    }
    try shelves.count(&change)
    try shelves.spread(over: ShelfPlan(rows: shelves.rowCount))
    return change.news
  }

  private mutating func merge(_ values: [Double?], _ version: Version, at key: Key) -> Bool {
    guard let known = customers[key] else {
      customers[key] = LedgerCustomer(values: values, version: version)
      return true
    }
    guard known.version < version else { return false }
    customers[key] = LedgerCustomer(values: values, version: version)
    return known.values != values
  }

  private static func places(of names: [String], in others: [String]) -> [Int] {
    names.compactMap { others.firstIndex(of: $0) }
  }
}

extension Ledger: Equatable {
  /// Whether both know the same; what is at hand of it must be at hand in both.
  package static func == (left: Ledger, right: Ledger) -> Bool {
    left.schema == right.schema && left.tally == right.tally && left.customers == right.customers
      && left.shelves.plan == right.shelves.plan && left.shelves.orders == right.shelves.orders
      && left.shelves.numbers == right.shelves.numbers
      && left.shelves.sheets == right.shelves.sheets
  }
}

/// One order with the version it came in.
package struct LedgerOrder: Sendable, Equatable {
  package var row: OrderRow
  package var version: Version
  /// The products and categories that were bought.
  var bought = ItemCodes.none
}

/// One customer with the version it came in.
package struct LedgerCustomer: Sendable, Equatable {
  package var values: [Double?]
  package var version: Version
}

extension SegmentReport.Grain {
  var isCustomers: Bool {
    switch self {
    case .customers: true
    case .lines, .orders: false
    }
  }
}
