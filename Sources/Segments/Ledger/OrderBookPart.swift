/// One part of an order book: orders under their keys, laid out in a few arrays.
///
/// Iterated in order of arrival.
struct OrderBookPart: Sendable {
  private(set) var keys = KeyTable()
  private var bought = CodeLists()
  /// What is known of each order, but for what was bought.
  private(set) var orders: [HarvestedOrder] = []

  /// How many bytes of memory the orders take, about.
  var memoryBytes: Int {
    orders.count * MemoryLayout<HarvestedOrder>.stride + keys.memoryBytes + bought.memoryBytes
  }

  /// The number of an order, which is new if its key was not met before.
  ///
  /// A new order is as `first` says.
  mutating func number(
    of key: ItemKey,
    orElse first: @autoclosure () -> HarvestedOrder,
  ) -> (number: Int, isNew: Bool) {
    let (number, isNew) = keys.number(of: key.customer.span, key.order.span, hash: key.hash)
    if isNew { orders.append(first()) }
    return (number, isNew)
  }

  /// Notes what lines of an order bought; ascending, but the same may come more than once.
  mutating func insert(ascending codes: [UInt32], in number: Int) {
    if !codes.isEmpty { bought.insert(ascending: codes.span, in: number) }
  }

  /// The products and categories of an order, ascending.
  func codes(of number: Int) -> ArraySlice<UInt32> { bought[number] }

  /// The number of the order under a key, or `nil`.
  func known(_ key: ItemKey) -> Int? {
    keys.known(key.customer.span, key.order.span, hash: key.hash)
  }

  /// The number of an order by the parts and the hash of its key; what is known of a new one must follow at once.
  mutating func number(
    of customer: Span<UInt8>,
    _ order: Span<UInt8>,
    hash: UInt64,
    _ glance: KeyTable.Glance,
  ) -> (number: Int, isNew: Bool) {
    keys.number(of: customer, order, hash: hash, glance)
  }

  /// Joins what another piece of the same file tells of an order.
  ///
  /// - Parameter codes: What its lines bought; ascending, but the same may come more than once.
  mutating func join(
    _ order: HarvestedOrder,
    _ number: (number: Int, isNew: Bool),
    _ amounts: AmountMeaning,
    ascending codes: Span<UInt32>,
  ) {
    let (number, isNew) = number
    if isNew { orders.append(order) } else { orders[number].join(order, amounts) }
    if !codes.isEmpty { bought.insert(ascending: codes, in: number) }
  }

  /// Joins orders that were written as rows; loose lines among them are passed over.
  mutating func join(_ rows: ShelfRows, _ amounts: AmountMeaning) {
    let keys = rows.keys.span
    for row in rows.rows where !row.order.isEmpty {
      let (customer, order) = (row.customer.places, row.order.places)
      let (number, isNew) = self.keys.number(
        of: keys.extracting(customer),
        keys.extracting(order),
        hash: KeyTable.hash(
          customer: rows.fingerprint(row.customer),
          bytes: customer.count,
          order: rows.fingerprint(row.order),
        ),
      )
      let one = HarvestedOrder(row: row.row, updated: row.version.updated)
      if isNew { orders.append(one) } else { orders[number].join(one, amounts) }
      bought.insert(ascending: rows.codes(of: row).span, in: number)
    }
  }

  /// The fingerprint of the customer of an order.
  func customerFingerprint(of number: Int) -> UInt64 {
    Fingerprint.of(keys.bytes, keys.customer(of: number))
  }

  /// The fingerprint of an order's own number.
  func orderFingerprint(of number: Int) -> UInt64 {
    Fingerprint.of(keys.bytes, keys.order(of: number))
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
    let bytes = keys.bytes.span
    for number in orders.indices {
      var row = ShelfRow(row: orders[number].row, version: origin.version)
      (row.version.updated, row.source) = (orders[number].updated, origin.source)
      let shelf = plan.shelf(of: customerFingerprint(of: number)) - first
      shelves[shelf].append(
        row,
        customer: bytes.extracting(keys.customer(of: number)),
        order: bytes.extracting(keys.order(of: number)),
      )
      bought.copy(number, to: &shelves[shelf])
    }
  }

  /// The key of an order.
  func key(of number: Int) -> OrderKey {
    OrderKey(
      customer: Key(keys.text(keys.customer(of: number))),
      order: Key(keys.text(keys.order(of: number))),
    )
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
