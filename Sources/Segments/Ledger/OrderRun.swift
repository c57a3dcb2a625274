/// Lines of one order that follow each other, folded before the order is looked up.
struct OrderRun {
  private let amounts: AmountMeaning
  private var order = HarvestedOrder(row: OrderRow(day: 0, second: 0), updated: 0)
  private var codes: [UInt32] = []
  private var isEmpty = true

  init(_ amounts: AmountMeaning) {
    self.amounts = amounts
  }

  /// Adds lines of the order.
  @inline(__always)
  mutating func add(_ line: HarvestedOrder) {
    if isEmpty {
      order = line
      isEmpty = false
    } else {
      order.join(line, amounts)
    }
  }

  /// Adds what a line bought.
  @inline(__always)
  mutating func add(_ bought: ItemCodes.Line) {
    if let product = bought.product { codes.append(product) }
    if let category = bought.category { codes.append(category) }
  }

  /// Adds the lines to the orders, if there are any.
  mutating func end(in orders: inout FoldedOrders, _ run: Int, _ keys: KeyColumns) {
    guard !isEmpty else { return }
    sortCodes()
    orders.append(order, codes, of: run, keys)
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
