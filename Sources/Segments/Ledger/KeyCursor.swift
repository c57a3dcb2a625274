import Tables

/// The keys of the line in hand, as bytes, while a table is passed from its first row to its last.
struct KeyCursor {
  private let customers: TextColumn
  private let orders: TextColumn
  private var customerCell = 0..<0
  private var orderCell = 0..<0
  private var isFirst = true

  /// The customer's key.
  private(set) var customer: ArraySlice<UInt8> = []
  /// The order's key; empty where the line has none.
  private(set) var order: ArraySlice<UInt8> = []
  /// Whether the order's number says that it was cancelled.
  private(set) var isCancelled = false

  init(customers: TextColumn, orders: TextColumn?) {
    self.customers = customers
    self.orders = orders ?? TextColumn()
  }

  /// Whether the keys of a row are those of the row in hand.
  @inline(__always)
  func isSame(at row: Int) -> Bool {
    !isFirst && customers.isEqual(customerCell, at: row)
      && (orders.count == 0 || orders.isEqual(orderCell, at: row))
  }

  /// Goes to a row whose keys are not those of the row in hand.
  mutating func move(to row: Int) {
    customerCell = customers.range(of: row)
    if orders.count > 0 { orderCell = orders.range(of: row) }
    isFirst = false
    customer = Key.normalized(customers.bytes[customerCell])
    order = Key.normalized(orders.bytes[orderCell])
    isCancelled = Cancellation.isCancelled(order: order)
  }
}

extension TextColumn {
  /// Whether the text of a row is that of another stretch of bytes.
  @inline(__always)
  fileprivate func isEqual(_ cell: Range<Int>, at row: Int) -> Bool {
    let start = row == 0 ? 0 : ends[row &- 1]
    let count = ends[row] &- start
    guard count == cell.count else { return false }
    let texts = bytes.span
    for offset in 0..<count where texts[cell.lowerBound &+ offset] != texts[start &+ offset] {
      return false
    }
    return true
  }
}

extension Key {
  /// The key of a cell as bytes: the same that `normalized` makes of its text.
  static func normalized(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isPlain = cell.first != UInt8(ascii: "'") && !cell.contains(UInt8(ascii: "@"))
    if isPlain { return cell }
    return Array(normalized(String(decoding: cell, as: UTF8.self)).text.utf8)[...]
  }
}
