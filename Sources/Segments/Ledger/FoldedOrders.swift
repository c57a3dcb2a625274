import Tables

/// Orders as one piece of a file tells them, in the order of its lines.
///
/// Nothing is looked up: an order whose lines do not all follow each other comes several times, and a book joins
/// them.
struct FoldedOrders: Sendable {
  /// Where the key and the codes of an order end; they begin where those before them end.
  private struct Place {
    var hash: UInt64
    var part: Int
    var customerEnd: Int
    var orderEnd: Int
    var codesEnd: Int
  }

  private var places: [Place] = []
  private var keys: [UInt8] = []
  private var codes: [UInt32] = []
  private var orders: [HarvestedOrder] = []

  /// Adds an order under the keys of a run; the codes are ascending, but the same may come more than once.
  mutating func append(
    _ order: HarvestedOrder,
    _ more: [UInt32],
    of run: Int,
    _ columns: KeyColumns,
  ) {
    let (customer, number) = (columns.customers.range(of: run), columns.order(of: run))
    let fingerprint = Fingerprint.of(columns.customers.bytes, customer)
    let hash = KeyTable.hash(
      customer: fingerprint,
      bytes: customer.count,
      order: Fingerprint.of(columns.orders.bytes, number),
    )
    append(columns.customers.bytes.span, customer)
    let customerEnd = keys.count
    append(columns.orders.bytes.span, number)
    if !more.isEmpty { codes.append(contentsOf: more) }
    orders.append(order)
    places.append(
      Place(
        hash: hash,
        part: OrderBook.part(of: fingerprint),
        customerEnd: customerEnd,
        orderEnd: keys.count,
        codesEnd: codes.count,
      )
    )
  }

  private mutating func append(_ bytes: Span<UInt8>, _ key: Range<Int>) {
    for place in key { keys.append(bytes[place]) }
  }

  /// Joins all of them with what a book knows.
  func join(with parts: inout [OrderBookPart], _ amounts: AmountMeaning) {
    let (keys, codes) = (keys.span, codes.span)
    var glances: [KeyTable.Glance] = []
    glances.reserveCapacity(places.count)
    var start = 0
    for place in places {
      let customer = keys.extracting(start..<place.customerEnd)
      let order = keys.extracting(place.customerEnd..<place.orderEnd)
      glances.append(parts[place.part].keys.glance(at: customer, order, hash: place.hash))
      start = place.orderEnd
    }
    var code = 0
    start = 0
    for number in places.indices {
      let place = places[number]
      let customer = keys.extracting(start..<place.customerEnd)
      let order = keys.extracting(place.customerEnd..<place.orderEnd)
      let found = parts[place.part].number(of: customer, order, hash: place.hash, glances[number])
      parts[place.part].join(
        orders[number],
        found,
        amounts,
        ascending: codes.extracting(code..<place.codesEnd),
      )
      (start, code) = (place.orderEnd, place.codesEnd)
    }
  }
}
