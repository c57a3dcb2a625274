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
    sortCodes()
    orders.insert(ascending: codes, in: number)
    codes.removeAll(keepingCapacity: true)
    isEmpty = true
  }

  /// Each into its place among those before it: there are some twenty.
  private mutating func sortCodes() {
    guard codes.count < 256 else { return codes.sort() }
    var codes = codes.mutableSpan
    for next in 0..<codes.count {
      let code = codes[next]
      var place = next
      while place > 0, codes[place - 1] > code {
        codes[place] = codes[place - 1]
        place -= 1
      }
      codes[place] = code
    }
  }
}
