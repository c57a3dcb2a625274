/// One part of an order book: orders under their keys, laid out in a few arrays.
///
/// Open addressing with linear probing; a slot holds 32 bits of the key's hash beside the order's number, so
/// that the bytes of another key are almost never touched. Iterated in order of arrival.
struct OrderBookPart: Sendable {
  /// Where the bytes of a key lie: first the customer's, then the order's.
  private struct Place {
    var start: Int
    var customerBytes: Int32
    var orderBytes: Int32
    var hash: UInt64
  }

  private var slots: [UInt64] = []
  private var places: [Place] = []
  private var keyBytes: [UInt8] = []
  private var bought = CodeLists()
  /// What is known of each order, but for what was bought.
  private(set) var orders: [HarvestedOrder] = []

  /// How many bytes of memory the orders take, about.
  var memoryBytes: Int {
    orders.count * (MemoryLayout<HarvestedOrder>.stride + MemoryLayout<Place>.stride)
      + slots.count * 8 + keyBytes.count + bought.memoryBytes
  }

  /// The number of an order, which is new if its key was not met before.
  ///
  /// A new order is as `first` says.
  mutating func number(
    of key: ItemKey,
    orElse first: @autoclosure () -> HarvestedOrder,
  ) -> (number: Int, isNew: Bool) {
    let (number, isNew) = number(key.customer.span, key.order.span, key.hash)
    if isNew { orders.append(first()) }
    return (number, isNew)
  }

  /// The number of an order; of a new one all but what is known of it is noted.
  private mutating func number(
    _ customer: Span<UInt8>,
    _ order: Span<UInt8>,
    _ hash: UInt64,
  ) -> (number: Int, isNew: Bool) {
    if places.count * 2 >= slots.count { grow() }
    let slot = slot(customer, order, hash)
    if slots[slot] != 0 { return (Int(slots[slot] & 0xffff_ffff) - 1, false) }
    slots[slot] = (hash & ~0xffff_ffff) | UInt64(places.count + 1)
    places.append(
      Place(
        start: keyBytes.count,
        customerBytes: Int32(customer.count),
        orderBytes: Int32(order.count),
        hash: hash,
      )
    )
    for place in customer.indices { keyBytes.append(customer[place]) }
    for place in order.indices { keyBytes.append(order[place]) }
    return (places.count - 1, true)
  }

  /// Where the order under a key stands, or would stand.
  private func slot(_ customer: Span<UInt8>, _ order: Span<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot] & 0xffff_ffff) - 1
      if slots[slot] >> 32 == hash >> 32, isEqual(number, customer, order) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Changes one order in place.
  mutating func update(_ number: Int, _ change: (inout HarvestedOrder) -> Void) {
    change(&orders[number])
  }

  /// Notes what a line of an order bought.
  mutating func insert(_ line: ItemCodes.Line, in number: Int) {
    bought.insert(line, in: number)
  }

  /// Notes what lines of an order bought; ascending, but the same may come more than once.
  mutating func insert(ascending codes: [UInt32], in number: Int) {
    if !codes.isEmpty { bought.insert(ascending: codes, in: number) }
  }

  /// The products and categories of an order, ascending.
  func codes(of number: Int) -> ArraySlice<UInt32> { bought[number] }

  /// The number of the order under a key, or `nil`.
  func known(_ key: ItemKey) -> Int? {
    guard !slots.isEmpty else { return nil }
    let slot = slot(key.customer.span, key.order.span, key.hash)
    return slots[slot] == 0 ? nil : Int(slots[slot] & 0xffff_ffff) - 1
  }

  /// Joins the orders of a later part of the same file.
  mutating func join(_ later: OrderBookPart, _ amounts: AmountMeaning) {
    if orders.isEmpty { return self = later }
    // No slice of a key is made: counting its owners would cost more than finding it.
    let keys = later.keyBytes.span
    for number in later.orders.indices {
      let place = later.places[number]
      let middle = place.start + Int(place.customerBytes)
      let (known, isNew) = self.number(
        keys.extracting(place.start..<middle),
        keys.extracting(middle..<middle + Int(place.orderBytes)),
        place.hash,
      )
      if isNew {
        orders.append(later.orders[number])
        bought.append(later.bought, number, as: known)
      } else {
        orders[known].join(later.orders[number], amounts)
        bought.insert(later.bought, number, in: known)
      }
    }
  }

  /// Joins orders that were written as rows; loose lines among them are passed over.
  mutating func join(_ rows: ShelfRows, _ amounts: AmountMeaning) {
    let keys = rows.keys.span
    for row in rows.rows where !row.order.isEmpty {
      let (customer, order) = (row.customer.places, row.order.places)
      let (number, isNew) = self.number(
        keys.extracting(customer),
        keys.extracting(order),
        ItemKey.hash(rows.fingerprint(row.customer), customer.count, rows.fingerprint(row.order)),
      )
      let one = HarvestedOrder(row: row.row, updated: row.version.updated)
      if isNew { orders.append(one) } else { orders[number].join(one, amounts) }
      bought.insert(ascending: Array(rows.codes(of: row)), in: number)
    }
  }

  /// The fingerprint of the customer of an order.
  func customerFingerprint(of number: Int) -> UInt64 {
    let place = places[number]
    return Fingerprint.of(keyBytes, place.start..<place.start + Int(place.customerBytes))
  }

  /// The fingerprint of an order's own number.
  func orderFingerprint(of number: Int) -> UInt64 {
    let start = places[number].start + Int(places[number].customerBytes)
    return Fingerprint.of(keyBytes, start..<start + Int(places[number].orderBytes))
  }

  /// Adds all orders to the rows of the shelves they belong on; no slice is made, because several cores do this
  /// at once.
  ///
  /// - Parameters:
  ///   - origin: the delivery they come from.
  ///   - first: the shelf that the first of these rows belong on.
  func copy(
    over plan: ShelfPlan,
    _ origin: RowOrigin,
    to shelves: inout [ShelfRows],
    from first: Int,
  ) {
    let keys = keyBytes.span
    for number in orders.indices {
      let place = places[number]
      let middle = place.start + Int(place.customerBytes)
      var row = ShelfRow(row: orders[number].row, version: origin.version)
      (row.version.updated, row.source) = (orders[number].updated, origin.source)
      let shelf = plan.shelf(of: Fingerprint.of(keyBytes, place.start..<middle)) - first
      shelves[shelf].append(
        row,
        customer: keys.extracting(place.start..<middle),
        order: keys.extracting(middle..<middle + Int(place.orderBytes)),
      )
      bought.copy(number, to: &shelves[shelf])
    }
  }

  /// The key of an order.
  func key(of number: Int) -> OrderKey {
    let place = places[number]
    let middle = place.start + Int(place.customerBytes)
    let end = middle + Int(place.orderBytes)
    return OrderKey(
      customer: Key(String(decoding: keyBytes[place.start..<middle], as: UTF8.self)),
      order: Key(String(decoding: keyBytes[middle..<end], as: UTF8.self)),
    )
  }

  private func isEqual(
    _ number: Int,
    _ customer: Span<UInt8>,
    _ order: Span<UInt8>,
  ) -> Bool {
    let place = places[number]
    guard Int(place.customerBytes) == customer.count, Int(place.orderBytes) == order.count
    else { return false }
    for byte in customer.indices where keyBytes[place.start + byte] != customer[byte] {
      return false
    }
    let middle = place.start + customer.count
    for byte in order.indices where keyBytes[middle + byte] != order[byte] { return false }
    return true
  }

  private mutating func grow() {
    let count = Swift.max(64, slots.count * 2)
    slots = Array(repeating: 0, count: count)
    for number in places.indices {
      let hash = places[number].hash
      var slot = Int(truncatingIfNeeded: hash) & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = (hash & ~0xffff_ffff) | UInt64(number + 1)
    }
  }
}

extension HarvestedOrder {
  /// Joins another part of the same order.
  mutating func join(_ other: HarvestedOrder, _ amounts: AmountMeaning) {
    switch amounts {
    case .line: row.add(other.row)
    case .order: row.join(other.row)
    }
    updated = Swift.max(updated, other.updated)
  }
}

extension Range<Int32> {
  /// The same as places of an array.
  fileprivate var places: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}
