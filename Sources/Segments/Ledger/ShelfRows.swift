/// The orders and loose lines of some customers, in the order of their keys.
///
/// Rows of one customer share the bytes of its key. A customer's loose lines stand before its orders.
struct ShelfRows: Sendable {
  private(set) var keys: [UInt8] = []
  private(set) var rows: [ShelfRow] = []
  private(set) var codes: [UInt32] = []

  var isEmpty: Bool { rows.isEmpty }
  var count: Int { rows.count }

  mutating func reserve(_ count: Int, keyBytes: Int) {
    rows.reserveCapacity(count)
    keys.reserveCapacity(keyBytes)
  }

  /// Adds a row under a key; its codes come after it.
  mutating func append(_ row: ShelfRow, customer: Span<UInt8>, order: Span<UInt8>) {
    var row = row
    if let last = rows.last?.customer, isEqual(last, customer) {
      row.customer = last
    } else {
      row.customer = append(customer)
    }
    row.order = append(order)
    row.codes = Int32(codes.count)..<Int32(codes.count)
    rows.append(row)
  }

  /// Adds codes to the last row.
  mutating func appendCodes(_ some: Span<UInt32>) {
    for place in some.indices { codes.append(some[place]) }
    let row = rows.count - 1
    rows[row].codes = rows[row].codes.lowerBound..<Int32(codes.count)
  }

  private mutating func append(_ key: Span<UInt8>) -> Range<Int32> {
    let start = Int32(keys.count)
    for place in key.indices { keys.append(key[place]) }
    return start..<Int32(keys.count)
  }

  private func isEqual(_ range: Range<Int32>, _ key: Span<UInt8>) -> Bool {
    guard range.count == key.count else { return false }
    for place in key.indices where keys[Int(range.lowerBound) + place] != key[place] {
      return false
    }
    return true
  }

  /// Adds a row of another shelf.
  mutating func append(_ place: Int, of other: ShelfRows) {
    let row = other.rows[place]
    let keys = other.keys.span
    append(
      row,
      customer: keys.extracting(Int(row.customer.lowerBound)..<Int(row.customer.upperBound)),
      order: keys.extracting(Int(row.order.lowerBound)..<Int(row.order.upperBound)),
    )
    appendCodes(
      other.codes.span.extracting(Int(row.codes.lowerBound)..<Int(row.codes.upperBound))
    )
  }

  /// Adds rows of another shelf that follow each other: so do the bytes of their keys, and their codes.
  mutating func append(_ places: Range<Int>, of other: ShelfRows) {
    guard let first = places.first else { return }
    append(first, of: other)
    let (one, last) = (other.rows[first], other.rows[places.upperBound - 1])
    let customer = rows[rows.count - 1].customer
    let bytes = Int(one.order.upperBound)..<Int(last.order.upperBound)
    let (keyStep, codeStep) = (
      keys.count - bytes.lowerBound, codes.count - Int(one.codes.upperBound)
    )
    func moved(_ range: Range<Int32>, by step: Int) -> Range<Int32> {
      range.lowerBound + Int32(step)..<range.upperBound + Int32(step)
    }
    for place in places.dropFirst() {
      var row = other.rows[place]
      row.customer =
        row.customer == one.customer ? customer : moved(row.customer, by: keyStep)
      row.order = moved(row.order, by: keyStep)
      row.codes = moved(row.codes, by: codeStep)
      rows.append(row)
    }
    keys.append(contentsOf: other.keys[bytes])
    codes.append(contentsOf: other.codes[Int(one.codes.upperBound)..<Int(last.codes.upperBound)])
  }

  /// The same rows in the order of their keys.
  func sorted() -> ShelfRows {
    struct Mark {
      var customer: UInt64
      var order: UInt64
      var place: Int
    }
    var marks = rows.indices.map { place in
      Mark(customer: prefix(rows[place].customer), order: prefix(rows[place].order), place: place)
    }
    marks.sort { left, right in
      if left.customer != right.customer { return left.customer < right.customer }
      // Eight bytes may be all that two keys have in common.
      let customers = Self.order(
        keys,
        rows[left.place].customer,
        keys,
        rows[right.place].customer
      )
      if customers != 0 { return customers < 0 }
      if left.order != right.order { return left.order < right.order }
      let order = Self.order(self, left.place, self, right.place)
      return order == 0 ? rows[left.place].source < rows[right.place].source : order < 0
    }
    var sorted = ShelfRows()
    sorted.reserve(rows.count, keyBytes: keys.count)
    sorted.codes.reserveCapacity(codes.count)
    for mark in marks { sorted.append(mark.place, of: self) }
    return sorted
  }

  /// The first eight bytes of a key as a number that sorts as they do.
  private func prefix(_ range: Range<Int32>) -> UInt64 {
    var number: UInt64 = 0
    for place in 0..<8 {
      let byte = Int(range.lowerBound) + place
      number = number << 8 | (byte < Int(range.upperBound) ? UInt64(keys[byte]) : 0)
    }
    return number
  }

  /// Less than, equal to or greater than zero, as one row stands before, at or behind another.
  static func order(_ left: ShelfRows, _ one: Int, _ right: ShelfRows, _ other: Int) -> Int {
    let (one, other) = (left.rows[one], right.rows[other])
    let customers = order(left.keys, one.customer, right.keys, other.customer)
    if customers != 0 { return customers }
    let orders = order(left.keys, one.order, right.keys, other.order)
    if orders != 0 || !one.order.isEmpty { return orders }
    let (first, second) = (one.row.sortKey, other.row.sortKey)
    if first != second { return first.lexicographicallyPrecedes(second) ? -1 : 1 }
    let (bought, others) = (left.codes(of: one), right.codes(of: other))
    if bought == others { return 0 }
    return bought.lexicographicallyPrecedes(others) ? -1 : 1
  }

  /// Compares two keys byte by byte.
  static func order(
    _ left: [UInt8],
    _ one: Range<Int32>,
    _ right: [UInt8],
    _ other: Range<Int32>,
  ) -> Int {
    var (first, second) = (Int(one.lowerBound), Int(other.lowerBound))
    for _ in 0..<min(one.count, other.count) {
      if left[first] != right[second] { return left[first] < right[second] ? -1 : 1 }
      (first, second) = (first + 1, second + 1)
    }
    return one.count - other.count
  }

  /// The codes of a row.
  func codes(of row: ShelfRow) -> ArraySlice<UInt32> {
    codes[Int(row.codes.lowerBound)..<Int(row.codes.upperBound)]
  }

  /// A key's text.
  func key(_ range: Range<Int32>) -> Key {
    Key(String(decoding: keys[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self))
  }

  /// The fingerprint of a key.
  func fingerprint(_ range: Range<Int32>) -> UInt64 {
    Fingerprint.of(keys, Int(range.lowerBound)..<Int(range.upperBound))
  }

  /// Where the rows of the customer end whose first row is at a place.
  func end(ofCustomerAt place: Int) -> Int {
    let customer = rows[place].customer
    var end = place + 1
    while end < rows.count, rows[end].customer == customer { end += 1 }
    return end
  }

  /// Whether a key is one that lies among others.
  func isKey(_ key: Range<Int32>, _ others: [UInt8], _ other: Range<Int32>) -> Bool {
    Self.order(keys, key, others, other) == 0
  }

  /// The places of one customer's rows.
  func places(of customer: Key) -> Range<Int> {
    let text = Array(customer.text.utf8)
    let whole = 0..<Int32(text.count)
    let first = rows.firstIndex { Self.order(keys, $0.customer, text, whole) == 0 }
    guard let first else { return 0..<0 }
    let end = rows[first...].firstIndex { Self.order(keys, $0.customer, text, whole) != 0 }
    return first..<(end ?? rows.count)
  }

  /// The same without some rows.
  func leavingOut(_ places: Range<Int>) -> ShelfRows {
    var rest = ShelfRows()
    for place in rows.indices where !places.contains(place) { rest.append(place, of: self) }
    return rest
  }
}

extension ShelfRows {
  /// Adds an order as it is known from elsewhere.
  mutating func append(_ key: OrderKey, _ order: LedgerOrder) {
    let (customer, number) = (Array(key.customer.text.utf8), Array(key.order.text.utf8))
    let row = ShelfRow(row: order.row, version: order.version)
    append(row, customer: customer.span, order: number.span)
    appendCodes(order.bought.codes.span)
  }

  /// Adds a loose line with how often it was met.
  mutating func append(_ line: LooseLine, copies: Int32, source: Int32 = 0) {
    var row = ShelfRow(row: line.row, version: Version())
    (row.copies, row.source) = (copies, source)
    let customer = Array(line.customer.text.utf8)
    append(row, customer: customer.span, order: Span())
    appendCodes(line.bought.codes.span)
  }
}

extension ShelfRow {
  /// A row whose keys and codes are still to come.
  init(row: OrderRow, version: Version) {
    self.init(customer: 0..<0, order: 0..<0, codes: 0..<0, row: row, version: version)
  }
}
