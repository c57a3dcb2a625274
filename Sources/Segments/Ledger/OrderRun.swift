/// Lines of one order that follow each other, folded before the order is looked up.
struct OrderRun {
  private let amounts: AmountMeaning
  private var order = HarvestedOrder(row: OrderRow(day: 0, second: 0), updated: 0)
  private var codes: [UInt32] = []
  private var isEmpty = true

  init(_ amounts: AmountMeaning) {
    self.amounts = amounts
  }

  @inline(__always)
  mutating func add(_ line: HarvestedOrder, _ bought: ItemCodes.Line) {
    if isEmpty {
      order = line
      isEmpty = false
    } else {
      order.join(line, amounts)
    }
    if let product = bought.product { codes.append(product) }
    if let category = bought.category { codes.append(category) }
  }

  /// Adds the lines to their order, if there are any.
  mutating func end(in orders: inout OrderBook, _ cursor: KeyCursor) {
    guard !isEmpty else { return }
    let key = ItemKey(customer: cursor.customer, order: cursor.order)
    let (number, isNew) = orders.number(of: key, orElse: order)
    if !isNew { orders.update(number) { [order, amounts] in $0.join(order, amounts) } }
    codes.sort()
    orders.insert(ascending: codes, in: number)
    codes.removeAll(keepingCapacity: true)
    isEmpty = true
  }
}
