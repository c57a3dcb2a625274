import Tables

/// The keys of the runs of a table, as bytes.
struct KeyColumns {
  let customers: TextColumn
  /// Empty where the table has no such column.
  let orders: TextColumn

  init(customers: TextColumn, orders: TextColumn?) {
    (self.customers, self.orders) = (customers.keys, orders?.keys ?? TextColumn())
  }

  /// The customer's key of a run.
  func customer(of run: Int) -> Key {
    Key(String(decoding: customers[run], as: UTF8.self))
  }

  /// Where the order's key of a run stands; nowhere if the run has none.
  @inline(__always)
  func order(of run: Int) -> Range<Int> {
    orders.count == 0 ? 0..<0 : orders.range(of: run)
  }

  /// Whether the order's number says that it was cancelled.
  func isCancelled(_ run: Int) -> Bool {
    Cancellation.isCancelled(order: orders.bytes, order(of: run))
  }
}

extension TextColumn {
  /// The same texts as keys.
  fileprivate var keys: TextColumn {
    // Nearly all keys are as they stand: one look at all of them spares one at each.
    guard bytes.contains(UInt8(ascii: "'")) || bytes.contains(UInt8(ascii: "@")) else {
      return self
    }
    var keys = TextColumn()
    for row in 0..<count { keys.append(Key.normalized(self[row])) }
    return keys
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
