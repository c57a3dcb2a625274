import Tables

/// What each customer bought and brought back, over all orders of a ledger.
struct CustomerHistories {
  /// The newest day of any kept order, or `nil` without dated orders.
  private(set) var asOf: Int32?
  private(set) var firstDay: Int32?
  private var knowsHours = false
  /// Customers with at least one purchase, by key.
  let buyers: [(key: Key, history: CustomerHistory)]
  /// Distinct paid orders; an order number that two customers share is one order.
  let orders: Int
  let amount: Micros
  let returns: SegmentReport.Returns?

  /// Counts recency and tenure to this day, unless there are newer orders.
  mutating func look(from day: Int32) {
    asOf = asOf.map { max($0, day) }
  }

  /// The histories of a ledger of orders, or `nil` for one of customers.
  static func found(in ledger: Ledger) -> CustomerHistories? {
    guard let schema = ledger.schema, !schema.grain.isCustomers else { return nil }
    return CustomerHistories(ledger)
  }

  /// The sheets of all shelves must be at hand.
  init(_ ledger: Ledger) {
    let sheets = ledger.shelves.sheets.compactMap(\.self)
    precondition(sheets.count == ledger.shelves.plan.count, "a sheet of the ledger is not at hand")
    var (amount, returnAmount) = (Micros.zero, Micros.zero)
    var (orders, returns, customers) = (ledger.shelves.numberCount, 0, 0)
    var found: [Buyer] = []
    for (place, sheet) in sheets.enumerated() {
      if let period = sheet.period {
        asOf = max(asOf ?? period.upperBound, period.upperBound)
        firstDay = min(firstDay ?? period.lowerBound, period.lowerBound)
      }
      knowsHours = knowsHours || sheet.knowsHours
      for customer in 0..<sheet.count {
        let history = sheet.history(customer)
        amount += history.amount
        orders += history.looseOrders
        if history.orders > 0 { found.append(Buyer(sheet, customer, of: place)) }
        guard history.returns > 0 else { continue }
        (returns, customers) = (returns + history.returns, customers + 1)
        returnAmount += history.returnAmount
      }
    }
    found.sort { $0.stands(before: $1, in: sheets) }
    buyers = found.map {
      (sheets[$0.sheet].key($0.customer), sheets[$0.sheet].history($0.customer))
    }
    (self.orders, self.amount) = (orders, amount)
    self.returns =
      customers == 0
      ? nil : .init(orders: returns, amount: returnAmount.value, customers: customers)
  }

  /// The days the features are worked out against.
  var days: ShopDays {
    ShopDays(first: firstDay ?? 0, asOf: asOf ?? 0, knowsHours: knowsHours)
  }
}

/// Where a customer stands, and how its key begins.
private struct Buyer {
  let sheet: Int
  let customer: Int
  /// The first eight bytes of the key as a number that sorts as they do.
  private var prefix: UInt64 = 0

  init(_ whole: HistorySheet, _ customer: Int, of sheet: Int) {
    (self.sheet, self.customer) = (sheet, customer)
    let range = whole.keyRange(customer)
    for place in range.lowerBound..<range.lowerBound + 8 {
      prefix = prefix << 8 | (place < range.upperBound ? UInt64(whole.keyByte(place)) : 0)
    }
  }

  func stands(before other: Buyer, in sheets: [HistorySheet]) -> Bool {
    if prefix != other.prefix { return prefix < other.prefix }
    return sheets[sheet].key(customer) < sheets[other.sheet].key(other.customer)
  }
}
