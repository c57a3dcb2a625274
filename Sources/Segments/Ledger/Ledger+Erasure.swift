extension Ledger {
  /// Counts a delivery in which nothing is left.
  package mutating func passOver() {
    tally.deliveries += 1
  }

  /// Removes everything that is known of one person; gives how many orders, lines or rows that was.
  ///
  /// The parts that this changes must be at hand.
  package mutating func erase(_ person: Key) throws(SegmentError) -> Int {
    let rows = rowCount
    customers[person] = nil
    try shelves.remove(person)
    return rows - rowCount
  }

  /// What is known of an order, or `nil`; its shelf must be at hand.
  func order(_ key: OrderKey) throws(SegmentError) -> LedgerOrder? {
    let rows = try shelves.rows(of: key.customer)
    let place = rows.places(of: key.customer).first { rows.key(rows.rows[$0].order) == key.order }
    guard let place, !rows.rows[place].order.isEmpty else { return nil }
    let row = rows.rows[place]
    var order = LedgerOrder(row: row.row, version: row.version)
    order.bought = ItemCodes(ascending: Array(rows.codes(of: row))) ?? .none
    return order
  }

  /// The names of the parts that tell of one customer.
  package func parts(of customer: Key) -> LedgerParts {
    .named([shelves.plan.name(.orders, shelves.plan.shelf(of: customer.sampleHash))])
  }

  /// What must be at hand to erase a customer, whose own parts are.
  package func parts(withoutOrdersOf customer: Key) throws(SegmentError) -> LedgerParts {
    try shelves.names(withoutOrdersOf: customer).map(LedgerParts.named) ?? .all
  }

  /// Which deliveries what is known of a customer comes from: place in the order of acceptance, from 0, to
  /// orders or rows; and how many lines cannot be told.
  ///
  /// The parts of the customer must be at hand.
  package func sources(
    of person: Key
  ) throws(SegmentError) -> (byDelivery: [Int: Int], untraced: Int) {
    var byDelivery: [Int: Int] = [:]
    var untraced = 0
    let rows = try shelves.rows(of: person)
    for row in rows.rows[rows.places(of: person)] {
      untraced += Int(row.copies)
      if !row.order.isEmpty { byDelivery[Int(row.version.acceptance), default: 0] += 1 }
    }
    if let customer = customers[person] {
      byDelivery[Int(customer.version.acceptance), default: 0] += 1
    }
    return (byDelivery, untraced)
  }
}

extension OrderShelves {
  /// The rows of the shelf on which a customer's orders stand.
  fileprivate func rows(of customer: Key) throws(SegmentError) -> ShelfRows {
    try rows(plan.shelf(of: customer.sampleHash))
  }

  /// The shelves of order numbers that change without a customer, or `nil` for everything.
  fileprivate func names(withoutOrdersOf customer: Key) throws(SegmentError) -> [String]? {
    let known = try rows(of: customer)
    let places = known.places(of: customer)
    guard places.isEmpty || ShelfPlan(rows: rowCount - places.count) == plan else { return nil }
    var numbers: [UInt64] = []
    for place in places { known.note(place, in: &numbers) }
    return Set(numbers.map(plan.shelf)).sorted().map { plan.name(.numbers, $0) }
  }

  fileprivate mutating func remove(_ person: Key) throws(SegmentError) {
    let known = try rows(of: person)
    let places = known.places(of: person)
    guard !places.isEmpty else { return }
    var change = ShelfChange()
    for place in places { known.note(place, in: &change.removed) }
    let rest = known.leavingOut(places)
    try put(Outcome(rest, of: plan.shelf(of: person.sampleHash), before: known.count, change))
    try count(&change)
    try spread(over: ShelfPlan(rows: rowCount))
  }
}
