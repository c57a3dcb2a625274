/// Orders under their keys, in parts by the hash of the customer's key.
///
/// The parts are joined and shelved one by one, so that what is in hand stays close together; a part of a ledger's
/// shelves holds nothing but the orders of one part of the book.
package struct OrderBook: Sendable {
  /// There are two to this power parts.
  static let partBits = 3

  private(set) var parts = Array(repeating: OrderBookPart(), count: 1 << partBits)

  package init() {}

  /// How many bytes of memory the orders take, about.
  var memoryBytes: Int { parts.reduce(0) { $0 + $1.memoryBytes } }

  /// The number of an order, which is new if its key was not met before.
  ///
  /// A new order is as `first` says. Numbers of different parts do not follow each other.
  mutating func number(
    of key: ItemKey,
    orElse first: @autoclosure () -> HarvestedOrder,
  ) -> (number: Int, isNew: Bool) {
    let (number, isNew) = parts[key.part].number(of: key, orElse: first())
    return (number << Self.partBits | key.part, isNew)
  }

  /// Notes what lines of an order bought; ascending, but the same may come more than once.
  mutating func insert(ascending codes: [UInt32], in number: Int) {
    parts[number & Self.partMask].insert(ascending: codes, in: number >> Self.partBits)
  }

  /// The products and categories of an order, ascending.
  func codes(of number: Int) -> ArraySlice<UInt32> {
    parts[number & Self.partMask].codes(of: number >> Self.partBits)
  }

  /// The number of the order under a key, or `nil`.
  func number(of key: OrderKey) -> Int? {
    let key = ItemKey(key)
    return parts[key.part].known(key).map { $0 << Self.partBits | key.part }
  }

  /// Joins what another piece of the same file tells.
  mutating func join(_ orders: FoldedOrders, _ amounts: AmountMeaning) {
    orders.join(with: &parts, amounts)
  }

  /// The same orders under other keys, which must be as different as these.
  func rekeyed(_ change: (OrderKey) -> OrderKey) -> OrderBook {
    var book = OrderBook()
    for (part, number) in places {
      book.append(ItemKey(change(part.key(of: number))), part, number)
    }
    return book
  }

  /// Leaves orders out.
  mutating func removeAll(where isOut: (OrderKey, HarvestedOrder) -> Bool) {
    var book = OrderBook()
    for (part, number) in places {
      let key = part.key(of: number)
      if !isOut(key, part.orders[number]) { book.append(ItemKey(key), part, number) }
    }
    self = book
  }

  /// Takes over an order of another part under a key.
  mutating func append(_ key: ItemKey, _ part: OrderBookPart, _ place: Int) {
    let (number, _) = number(of: key, orElse: part.orders[place])
    insert(ascending: Array(part.codes(of: place)), in: number)
  }

  private static let partMask = (1 << partBits) - 1

  /// The part that a fingerprint belongs to: its highest bits.
  @inline(__always)
  static func part(of fingerprint: UInt64) -> Int {
    Int(truncatingIfNeeded: fingerprint >> UInt64(64 - partBits))
  }

  /// Every order, part by part.
  private var places: some Sequence<(OrderBookPart, Int)> {
    parts.lazy.flatMap { part in part.orders.indices.lazy.map { (part, $0) } }
  }
}

/// The key of an order as bytes that lie somewhere else.
struct ItemKey {
  let customer: ArraySlice<UInt8>
  let order: ArraySlice<UInt8>
  let hash: UInt64
  /// The part of a book it belongs to.
  let part: Int

  init(customer: ArraySlice<UInt8>, order: ArraySlice<UInt8>) {
    (self.customer, self.order) = (customer, order)
    let fingerprint = Fingerprint.of(customer)
    part = OrderBook.part(of: fingerprint)
    hash = KeyTable.hash(
      customer: fingerprint,
      bytes: customer.count,
      order: Fingerprint.of(order),
    )
  }

  init(_ key: OrderKey) {
    let (customer, order) = (Array(key.customer.text.utf8), Array(key.order.text.utf8))
    self.init(customer: customer[...], order: order[...])
  }
}

// MARK: - As a dictionary

extension OrderBook: Sequence {
  /// How many orders there are.
  package var count: Int { parts.reduce(0) { $0 + $1.orders.count } }

  /// Whether there is none.
  package var isEmpty: Bool { parts.allSatisfy(\.orders.isEmpty) }

  /// What is known of all orders, part by part.
  package var values: [HarvestedOrder] { parts.flatMap(\.orders) }

  /// The keys of all orders, part by part.
  package var keys: some Sequence<OrderKey> { places.lazy.map { $0.key(of: $1) } }

  /// What a function makes of each order, by key.
  package func mapValues<Value>(_ transform: (HarvestedOrder) -> Value) -> [OrderKey: Value] {
    Dictionary(uniqueKeysWithValues: map { ($0.key, transform($0.value)) })
  }

  /// The order under a key, or `nil`.
  package subscript(key: OrderKey) -> HarvestedOrder? {
    let key = ItemKey(key)
    let part = parts[key.part]
    return part.known(key).map { part.orders[$0] }
  }

  package func makeIterator() -> AnyIterator<(key: OrderKey, value: HarvestedOrder)> {
    var places = places.makeIterator()
    return AnyIterator {
      places.next().map { part, number in (part.key(of: number), part.orders[number]) }
    }
  }
}
