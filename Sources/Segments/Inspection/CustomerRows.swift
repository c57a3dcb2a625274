/// What the orders of some customers add up to, a row a customer.
struct CustomerRows: Sendable {
  /// One customer's orders.
  struct Row: Sendable {
    /// Paid orders.
    var orders: Int32 = 0
    var amount = Micros.zero
    var returns: Int32 = 0
    var returnAmount = Micros.zero
  }

  private var keys = KeyTable()
  /// In the order in which the customers came.
  private(set) var rows: [Row] = []

  /// Adds an order to its customer's row.
  mutating func add(_ order: OrderRow, of customer: Span<UInt8>, fingerprint: UInt64) {
    let (number, isNew) = keys.number(of: customer, Span(), hash: fingerprint)
    if isNew { rows.append(Row()) }
    rows[number].add(order)
  }
}

extension CustomerRows.Row {
  fileprivate mutating func add(_ order: OrderRow) {
    if order.isPurchase {
      orders += 1
      amount += order.amount
    }
    if order.returnLines > 0 {
      returns += 1
      returnAmount += order.returnAmount
    }
  }
}
