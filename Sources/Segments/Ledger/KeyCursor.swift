import Tables

/// The keys of the line in hand, as bytes, while a table is passed from its first row to its last.
struct KeyCursor {
  private let customerTexts: [UInt8]
  private let customerEnds: [Int]
  private let orderTexts: [UInt8]
  private let orderEnds: [Int]
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
    (customerTexts, customerEnds) = (customers.bytes, customers.ends)
    (orderTexts, orderEnds) = (orders?.bytes ?? [], orders?.ends ?? [])
  }

  /// Goes to a row; says whether its keys are those of the row before.
  mutating func move(to row: Int) -> Bool {
    let customerNow = Self.range(row, customerEnds)
    let orderNow = orderEnds.isEmpty ? 0..<0 : Self.range(row, orderEnds)
    let isSame =
      !isFirst && Self.isEqual(customerTexts, customerCell, customerNow)
      && Self.isEqual(orderTexts, orderCell, orderNow)
    (customerCell, orderCell, isFirst) = (customerNow, orderNow, false)
    if isSame { return true }
    customer = Key.normalized(customerTexts[customerNow])
    order = Key.normalized(orderTexts[orderNow])
    isCancelled = Cancellation.isCancelled(order: order)
    return false
  }

  private static func range(_ row: Int, _ ends: [Int]) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  private static func isEqual(_ texts: [UInt8], _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for offset in 0..<left.count
    where texts[left.lowerBound + offset] != texts[right.lowerBound + offset] {
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
