/// Everything a dataset knows: one row an order, or one row a customer, joined from all deliveries.
///
/// Joining does not depend on the order of files but where only the order of acceptance can tell which
/// of two versions is newer. Sums are exact, so that any split of the same rows gives the same ledger.
package struct Ledger: Sendable, Equatable {
  package internal(set) var schema: SchemaMatch?
  package internal(set) var tally = LedgerTally()
  var orders: [OrderKey: LedgerOrder] = [:]
  var loose: [LooseLine: Int32] = [:]
  var customers: [Key: LedgerCustomer] = [:]

  package init() {}

  package var isEmpty: Bool { orders.isEmpty && loose.isEmpty && customers.isEmpty }

  /// Orders or lines without order number known so far, and customers of a customer table.
  package var rowCount: Int { orders.count + loose.count + customers.count }

  /// Joins what a delivery holds; says whether anything is known now that was not before.
  ///
  /// A newer version of an order or customer replaces the older whole; lines without an order number
  /// join as multisets by the larger count. A delivery that does not fit throws before anything changes.
  @discardableResult
  package mutating func merge(_ harvest: Harvest) throws(SegmentError) -> Bool {
    try check(harvest)
    let acceptance = Int32(clamping: tally.deliveries)
    var changed = schema == nil
    if schema == nil { schema = harvest.schema }
    for (number, (key, order)) in harvest.orders.enumerated() {
      let version = harvest.version(updated: order.updated, acceptance: acceptance)
      var one = LedgerOrder(row: order.row, version: version)
      one.bought = ItemCodes(ascending: Array(harvest.orders.codes(of: number))) ?? .none
      changed = merge(one, at: key) || changed
    }
    for (line, count) in harvest.loose where loose[line, default: 0] < count {
      loose[line] = count
      changed = true
    }
    let places = schema.map { Self.places(of: $0.features, in: harvest.schema.features) } ?? []
    for customer in harvest.customers {
      let version = harvest.version(updated: customer.updated, acceptance: acceptance)
      let values = places.map { customer.values[$0] }
      changed = merge(values, version, at: customer.key) || changed
    }
    tally.add(harvest)
    return changed
  }

  /// Refuses a delivery of another grain, or one that lacks columns that are known.
  func check(_ harvest: Harvest) throws(SegmentError) {
    try check(harvest.schema)
    if let known = tally.currency, let new = harvest.currency, known != new {
      throw .refused(.severalCurrencies([known, new]))
    }
  }

  func check(_ match: SchemaMatch) throws(SegmentError) {
    guard let schema else { return }
    guard schema.grain.isCustomers == match.grain.isCustomers else {
      throw .refused(.otherGrain(match.grain, known: schema.grain))
    }
    let missing = schema.features.filter { !match.features.contains($0) }
    guard missing.isEmpty else { throw .refused(.otherColumns(missing: missing)) }
  }

  private mutating func merge(_ order: LedgerOrder, at key: OrderKey) -> Bool {
    guard let known = orders[key] else {
      orders[key] = order
      return true
    }
    guard known.version < order.version else { return false }
    orders[key] = order
    return known.row != order.row || known.bought != order.bought
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
