/// What each customer bought and brought back, summed over the ledger's orders.
struct CustomerHistories {
  /// The newest day of any kept order, or `nil` without dated orders.
  private(set) var asOf: Int32?
  private(set) var firstDay: Int32?
  private var knowsHours = false
  private var histories: [Key: CustomerHistory] = [:]

  /// Counts recency and tenure to this day, unless there are newer orders.
  mutating func look(from day: Int32) {
    asOf = asOf.map { max($0, day) }
  }

  /// The histories of a ledger of orders, or `nil` for one of customers.
  static func found(in ledger: Ledger) -> CustomerHistories? {
    guard let schema = ledger.schema, !schema.grain.isCustomers else { return nil }
    return CustomerHistories(ledger)
  }

  init(_ ledger: Ledger) {
    let loose = Self.looseOrders(of: ledger)
    let numbers = Set(ledger.orders.lazy.filter { $0.value.row.isPurchase }.map(\.key.order))
    orders = numbers.count + loose.values.reduce(0) { $0 + $1.count { $0.row.isPurchase } }
    for (key, order) in ledger.orders { add(order.row, order.bought, of: key.customer) }
    for (customer, rows) in loose {
      for (row, bought) in rows { add(row, bought, of: customer) }
    }
    for place in histories.values.indices { histories.values[place].settle() }
  }

  /// Customers with at least one purchase, by key.
  var buyers: [(key: Key, history: CustomerHistory)] {
    histories.filter { $0.value.orders > 0 }
      .sorted { $0.key < $1.key }
      .map { (key: $0.key, history: $0.value) }
  }

  /// The days the features are worked out against.
  var days: ShopDays {
    ShopDays(first: firstDay ?? 0, asOf: asOf ?? 0, knowsHours: knowsHours)
  }

  /// Distinct paid orders; an order number that two customers share is one order.
  let orders: Int

  var amount: Micros { histories.values.reduce(.zero) { $0 + $1.amount } }

  var returns: SegmentReport.Returns? {
    let returned = histories.values.filter { $0.returns > 0 }
    guard !returned.isEmpty else { return nil }
    return SegmentReport.Returns(
      orders: returned.reduce(0) { $0 + $1.returns },
      amount: returned.reduce(Micros.zero) { $0 + $1.returnAmount }.value,
      customers: returned.count,
    )
  }

  private mutating func add(_ row: OrderRow, _ bought: ItemCodes, of customer: Key) {
    asOf = max(asOf ?? row.day, row.day)
    firstDay = min(firstDay ?? row.day, row.day)
    knowsHours = knowsHours || row.second != 0
    histories[customer, default: CustomerHistory()].add(row, bought: bought)
  }

  /// Lines without an order number: those of one customer at one time are one order.
  private static func looseOrders(of ledger: Ledger) -> [Key: [(row: OrderRow, bought: ItemCodes)]]
  {
    struct Moment: Hashable {
      var customer: Key
      var day: Int32
      var second: Int32
    }
    var orders: [Moment: (row: OrderRow, bought: ItemCodes)] = [:]
    for (line, count) in ledger.loose {
      let moment = Moment(customer: line.customer, day: line.row.day, second: line.row.second)
      var order = orders[moment] ?? (OrderRow(day: moment.day, second: moment.second), .none)
      for _ in 0..<count { order.row.add(line.row) }
      order.bought.formUnion(line.bought)
      orders[moment] = order
    }
    return Dictionary(grouping: orders, by: \.key.customer).mapValues { $0.map(\.value) }
  }
}
