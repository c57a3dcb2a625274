import Tables

/// What the orders of one file add up to, worked out customer by customer from its book alone.
///
/// The same as a ledger of this one file says, without the shelves that only a store needs. Cost: one pass over the
/// orders, on all cores.
struct CustomerTotals: Sendable {
  /// Customers with at least one paid order.
  private(set) var customers = 0
  /// Distinct paid orders; an order number that two customers share is one order.
  private(set) var orders = 0
  private(set) var amount = Micros.zero
  private(set) var returns = 0
  private(set) var returnAmount = Micros.zero

  init(_ harvest: Harvest) throws(SegmentError) {
    let parts = try Self.parts(of: harvest)
    for part in parts {
      customers += part.customers
      orders += part.looseOrders
      amount += part.amount
      returns += part.returns
      returnAmount += part.returnAmount
    }
    orders += Parallel.map(1 << OrderBook.partBits, work: .max) { share in
      Self.distinct(parts.map { $0.numbers[share] })
    }.reduce(0, +)
  }

  /// The parts of the book, or the cells of what did not fit into memory.
  private static func parts(of harvest: Harvest) throws(SegmentError) -> [PartTotals] {
    if let runs = harvest.runs {
      let cells = Parallel.map(OrderRuns.plan.count, work: .max) { cell in
        Result { () throws(SegmentError) in
          let (orders, lines) = try runs.cell(cell)
          return PartTotals(orders, looseOrders(lines))
        }
      }
      return try cells.map { cell throws(SegmentError) in try cell.get() }
    }
    let book = harvest.orders
    let lines = Dictionary(grouping: harvest.loose) {
      OrderBook.part(of: $0.key.customer.sampleHash)
    }
    return Parallel.map(book.parts.count, work: .max) { part in
      PartTotals(book.parts[part], looseOrders(lines[part, default: []]))
    }
  }

  /// Lines without an order number, folded: those of one customer at one time are one order.
  private static func looseOrders(
    _ lines: some Sequence<(key: LooseLine, value: Int32)>
  ) -> [LooseOrder: OrderRow] {
    var orders: [LooseOrder: OrderRow] = [:]
    for (line, copies) in lines {
      let (day, second) = (line.row.day, line.row.second)
      let order = LooseOrder(customer: line.customer, day: day, second: second)
      for _ in 0..<copies {
        orders[order, default: OrderRow(day: day, second: second)].add(line.row)
      }
    }
    return orders
  }

  /// How many different numbers the lists hold.
  private static func distinct(_ lists: [[UInt64]]) -> Int {
    let most = lists.reduce(0) { $0 + $1.count }
    let mask = (1 << (Int.bitWidth - (2 * most).leadingZeroBitCount)) - 1
    var slots = [UInt64](repeating: 0, count: mask + 1)
    var (count, hasZero) = (0, false)
    for number in lists.joined() {
      guard number != 0 else {
        hasZero = true
        continue
      }
      var slot = Int(truncatingIfNeeded: number) & mask
      while slots[slot] != 0, slots[slot] != number { slot = (slot + 1) & mask }
      count += slots[slot] == 0 ? 1 : 0
      slots[slot] = number
    }
    return count + (hasZero ? 1 : 0)
  }
}

/// What lines without an order number have in common that belong together.
private struct LooseOrder: Hashable {
  let customer: Key
  let day: Int32
  let second: Int32
}

/// The customers of one part of a book.
private struct PartTotals: Sendable {
  private(set) var customers = 0
  private(set) var looseOrders = 0
  private(set) var amount = Micros.zero
  private(set) var returns = 0
  private(set) var returnAmount = Micros.zero
  /// Fingerprints of the numbers of paid orders, cut by their highest bits.
  private(set) var numbers = [[UInt64]](repeating: [], count: 1 << OrderBook.partBits)

  init(_ part: OrderBookPart, _ loose: [LooseOrder: OrderRow]) {
    var customers = CustomerRows()
    let keys = part.keys.bytes.span
    for number in part.orders.indices {
      let row = part.orders[number].row
      customers.add(
        row,
        of: keys.extracting(part.keys.customer(of: number)),
        fingerprint: part.customerFingerprint(of: number),
      )
      guard row.isPurchase else { continue }
      let fingerprint = part.orderFingerprint(of: number)
      numbers[OrderBook.part(of: fingerprint)].append(fingerprint)
    }
    for (order, row) in loose {
      let customer = Array(order.customer.text.utf8)
      customers.add(row, of: customer.span, fingerprint: order.customer.sampleHash)
      looseOrders += row.isPurchase ? 1 : 0
    }
    add(customers)
  }

  private mutating func add(_ customers: CustomerRows) {
    for row in customers.rows {
      self.customers += row.orders > 0 ? 1 : 0
      amount += row.amount
      returns += Int(row.returns)
      returnAmount += row.returnAmount
    }
  }
}
