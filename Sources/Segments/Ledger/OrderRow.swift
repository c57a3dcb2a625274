/// One order of one customer, its lines folded; what came back is kept apart from what was bought.
///
/// Plain numbers, so that millions of them lie side by side; the codes of what was bought lie elsewhere.
package struct OrderRow: Hashable, Sendable {
  /// Days since 1970-01-01, as written in the export.
  package var day: Int32
  /// Seconds of that day.
  package var second: Int32
  package var lines: Int32 = 0
  package var returnLines: Int32 = 0
  package var amount = Micros.zero
  package var items = Micros.zero
  package var returnAmount = Micros.zero
  /// What was taken off the price of what was bought.
  var discount = Micros.zero

  package var isPurchase: Bool { lines > 0 }

  /// Adds a line, which was bought or came back.
  @inline(__always)
  mutating func add(_ amount: Micros, _ items: Micros, isReturn: Bool) {
    if isReturn {
      returnAmount += amount.magnitude
      returnLines += 1
    } else {
      self.amount += amount
      self.items += max(items, .zero)
      lines += 1
    }
  }

  /// Joins another part of the same order; the earliest time stamp is the order's.
  mutating func add(_ other: OrderRow) {
    if (other.day, other.second) < (day, second) {
      (day, second) = (other.day, other.second)
    }
    amount += other.amount
    items += other.items
    lines += other.lines
    returnAmount += other.returnAmount
    returnLines += other.returnLines
    discount += other.discount
  }

  /// Joins another line that says the order's own amounts again: they count once, the items add up.
  ///
  /// Where lines disagree the larger amount counts, so that their order does not matter.
  mutating func join(_ other: OrderRow) {
    let (amount, returned) = (max(amount, other.amount), max(returnAmount, other.returnAmount))
    let discount = max(discount, other.discount)
    add(other)
    (self.amount, returnAmount, self.discount) = (amount, returned, discount)
  }
}

/// An order is told apart by its number and its customer.
package struct OrderKey: Hashable, Sendable, Comparable {
  package var customer: Key
  package var order: Key

  /// A number spread evenly over all orders, the same on every machine.
  var sampleHash: UInt64 { customer.sampleHash &* 31 &+ order.sampleHash }

  package static func < (left: OrderKey, right: OrderKey) -> Bool {
    left.customer == right.customer ? left.order < right.order : left.customer < right.customer
  }
}

/// A line of an export without order numbers: equal lines of different files are the same line.
package struct LooseLine: Hashable, Sendable, Comparable {
  package var customer: Key
  package var row: OrderRow
  /// The products and categories that were bought.
  var bought = ItemCodes.none

  /// A number spread over all lines, the same on every machine.
  var sampleHash: UInt64 {
    row.sortKey.reduce(customer.sampleHash) { ($0 ^ UInt64(bitPattern: $1)) &* 0x100_0000_01b3 }
  }

  package static func < (left: LooseLine, right: LooseLine) -> Bool {
    if left.customer != right.customer { return left.customer < right.customer }
    let (one, other) = (left.row.sortKey, right.row.sortKey)
    if one != other { return one.lexicographicallyPrecedes(other) }
    return left.bought.codes.lexicographicallyPrecedes(right.bought.codes)
  }
}

extension OrderRow {
  /// Tells loose lines apart, and puts them in order.
  var sortKey: [Int64] {
    [
      Int64(day), Int64(second), amount.raw, items.raw, Int64(lines), returnAmount.raw,
      Int64(returnLines), discount.raw,
    ]
  }
}
