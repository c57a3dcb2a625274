/// Orders under their keys, laid out in a few arrays instead of an object for each.
///
/// Open addressing with linear probing; a slot holds 32 bits of the key's hash beside the order's number, so
/// that the bytes of another key are almost never touched. Iterated in order of arrival.
package struct OrderBook: Sendable {
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

  package init() {}

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
    if places.count * 2 >= slots.count { grow() }
    let slot = slot(of: key)
    if slots[slot] != 0 { return (Int(slots[slot] & 0xffff_ffff) - 1, false) }
    let hash = key.hash
    slots[slot] = (hash & ~0xffff_ffff) | UInt64(orders.count + 1)
    places.append(
      Place(
        start: keyBytes.count,
        customerBytes: Int32(key.customer.count),
        orderBytes: Int32(key.order.count),
        hash: hash,
      )
    )
    keyBytes += key.customer
    keyBytes += key.order
    orders.append(first())
    return (orders.count - 1, true)
  }

  /// Where the order under a key stands, or would stand.
  private func slot(of key: ItemKey) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot] & 0xffff_ffff) - 1
      if slots[slot] >> 32 == key.hash >> 32, isEqual(number, key) { return slot }
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
  func number(of key: OrderKey) -> Int? {
    guard !slots.isEmpty else { return nil }
    let (customer, order) = (Array(key.customer.text.utf8), Array(key.order.text.utf8))
    let slot = slot(of: ItemKey(customer: customer[...], order: order[...]))
    return slots[slot] == 0 ? nil : Int(slots[slot] & 0xffff_ffff) - 1
  }

  /// Joins the orders of a later part of the same file.
  mutating func join(_ later: OrderBook, _ amounts: AmountMeaning) {
    if isEmpty { return self = later }
    for number in later.orders.indices {
      let order = later.orders[number]
      let (known, isNew) = self.number(of: later.itemKey(of: number), orElse: order)
      if !isNew { orders[known].join(order, amounts) }
      for code in later.bought[number] { bought.insert(code, in: known) }
    }
  }

  /// The newest update stamp of an order.
  func updated(_ number: Int) -> Int64 { orders[number].updated }

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

  /// Adds an order to the rows of a shelf; no slice is made, because several cores do this at once.
  func copy(_ number: Int, _ version: Version, to rows: inout ShelfRows) {
    let place = places[number]
    let middle = place.start + Int(place.customerBytes)
    rows.append(
      ShelfRow(row: orders[number].row, version: version),
      customer: { keys in for byte in place.start..<middle { keys.append(keyBytes[byte]) } },
      order: { keys in
        for byte in middle..<middle + Int(place.orderBytes) { keys.append(keyBytes[byte]) }
      },
      codes: { bought.copy(number, to: &$0) },
    )
  }

  /// The same orders under other keys, which must be as different as these.
  func rekeyed(_ change: (OrderKey) -> OrderKey) -> OrderBook {
    var book = OrderBook()
    for number in orders.indices {
      let key = change(self.key(of: number))
      let (customer, order) = (Array(key.customer.text.utf8), Array(key.order.text.utf8))
      let (new, _) = book.number(
        of: ItemKey(customer: customer[...], order: order[...]),
        orElse: orders[number],
      )
      for code in bought[number] { book.bought.insert(code, in: new) }
    }
    return book
  }

  /// Leaves orders out; the others keep their order of arrival.
  mutating func removeAll(where isOut: (OrderKey, HarvestedOrder) -> Bool) {
    var book = OrderBook()
    for number in orders.indices where !isOut(key(of: number), orders[number]) {
      let (new, _) = book.number(of: itemKey(of: number), orElse: orders[number])
      for code in bought[number] { book.bought.insert(code, in: new) }
    }
    self = book
  }

  /// The key of an order, as bytes of this book.
  func itemKey(of number: Int) -> ItemKey {
    let place = places[number]
    let middle = place.start + Int(place.customerBytes)
    return ItemKey(
      customer: keyBytes[place.start..<middle],
      order: keyBytes[middle..<middle + Int(place.orderBytes)],
      hash: place.hash,
    )
  }

  private func key(of number: Int) -> OrderKey {
    let key = itemKey(of: number)
    return OrderKey(
      customer: Key(String(decoding: key.customer, as: UTF8.self)),
      order: Key(String(decoding: key.order, as: UTF8.self)),
    )
  }

  private func isEqual(_ number: Int, _ key: ItemKey) -> Bool {
    let place = places[number]
    guard Int(place.customerBytes) == key.customer.count, Int(place.orderBytes) == key.order.count
    else { return false }
    var position = place.start
    for byte in key.customer {
      if keyBytes[position] != byte { return false }
      position += 1
    }
    for byte in key.order {
      if keyBytes[position] != byte { return false }
      position += 1
    }
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

/// The key of an order as bytes that lie somewhere else.
struct ItemKey {
  let customer: ArraySlice<UInt8>
  let order: ArraySlice<UInt8>
  let hash: UInt64

  init(customer: ArraySlice<UInt8>, order: ArraySlice<UInt8>) {
    // The length keeps "1" of "23" and "12" of "3" apart; an equal hash would only cost time.
    let parts = Fingerprint.of(customer) &+ UInt64(customer.count)
    self.init(customer: customer, order: order, hash: parts ^ Fingerprint.of(order))
  }

  init(customer: ArraySlice<UInt8>, order: ArraySlice<UInt8>, hash: UInt64) {
    (self.customer, self.order, self.hash) = (customer, order, hash)
  }
}

// MARK: - As a dictionary

extension OrderBook: Sequence {
  /// How many orders there are.
  package var count: Int { orders.count }

  /// Whether there is none.
  package var isEmpty: Bool { orders.isEmpty }

  /// What is known of all orders, in order of arrival.
  package var values: [HarvestedOrder] { orders }

  /// The keys of all orders, in order of arrival.
  package var keys: some Sequence<OrderKey> { orders.indices.lazy.map { key(of: $0) } }

  /// What a function makes of each order, by key.
  package func mapValues<Value>(_ transform: (HarvestedOrder) -> Value) -> [OrderKey: Value] {
    Dictionary(uniqueKeysWithValues: map { ($0.key, transform($0.value)) })
  }

  /// The order under a key, or `nil`.
  package subscript(key: OrderKey) -> HarvestedOrder? {
    number(of: key).map { orders[$0] }
  }

  package func makeIterator() -> AnyIterator<(key: OrderKey, value: HarvestedOrder)> {
    var next = 0
    return AnyIterator {
      guard next < orders.count else { return nil }
      defer { next += 1 }
      return (key(of: next), orders[next])
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
