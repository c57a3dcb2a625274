extension ShelfRows {
  /// The rows as the store keeps them: keys first, each as what differs from the one before, then column by
  /// column; no rows are no bytes.
  var bytes: [UInt8] {
    guard !rows.isEmpty else { return [] }
    var writer = ByteWriter()
    writer.write(Int64(rows.count))
    writeKeys(of: rows.indices, to: &writer)
    writeColumns { numbers in writer.writeColumn(numbers.count) { numbers[$0] } }
    writer.writeColumn(rows.count) { Int64(rows[$0].codes.count) }
    writeCodes(of: rows.indices, to: &writer)
    return writer.bytes
  }

  /// How many numbers a row has beside its keys and codes.
  static let numbers = 13

  /// One number of each row after the other; `readColumns` has the same order.
  func writeColumns(_ writeColumn: ([Int64]) -> Void) {
    let rows = rows
    var numbers = [Int64](repeating: 0, count: rows.count)
    func write(_ number: (ShelfRow) -> Int64) {
      var places = numbers.mutableSpan
      for place in places.indices { places[place] = number(rows[place]) }
      writeColumn(numbers)
    }
    write { Int64($0.row.day) }
    write { Int64($0.row.second) }
    write { $0.row.amount.raw }
    write { $0.row.items.raw }
    write { Int64($0.row.lines) }
    write { $0.row.returnAmount.raw }
    write { Int64($0.row.returnLines) }
    write { $0.row.discount.raw }
    write { Int64($0.copies) }
    write { $0.version.updated }
    write { Int64($0.version.fileDay) }
    write { Int64($0.version.nameDay) }
    write { Int64($0.version.acceptance) }
  }

  /// Writes the codes of some rows.
  func writeCodes(of places: Range<Int>, to writer: inout ByteWriter) {
    for row in rows[places] {
      for place in row.codes { writer.write(fixed: codes[Int(place)]) }
    }
  }

  /// Reads what `writeColumns` wrote, column by column; false where the bytes are damaged.
  static func readColumns(
    _ found: inout [ShelfRow],
    _ readColumn: (inout [Int64]) -> Bool,
  ) -> Bool {
    var numbers: [Int64] = []
    func read(_ set: (inout ShelfRow, Int64) -> Void) -> Bool {
      guard readColumn(&numbers) else { return false }
      var rows = found.mutableSpan
      for place in rows.indices { set(&rows[place], numbers[place]) }
      return true
    }
    return read { $0.row.day = Int32(clamping: $1) }
      && read { $0.row.second = Int32(clamping: $1) }
      && read { $0.row.amount.raw = $1 }
      && read { $0.row.items.raw = $1 }
      && read { $0.row.lines = Int32(clamping: $1) }
      && read { $0.row.returnAmount.raw = $1 }
      && read { $0.row.returnLines = Int32(clamping: $1) }
      && read { $0.row.discount.raw = $1 }
      && read { $0.copies = Int32(clamping: $1) }
      && read { $0.version.updated = $1 }
      && read { $0.version.fileDay = Int32(clamping: $1) }
      && read { $0.version.nameDay = Int32(clamping: $1) }
      && read { $0.version.acceptance = Int32(clamping: $1) }
  }

  /// Writes the keys of all rows of some customers.
  func writeKeys(of places: Range<Int>, to writer: inout ByteWriter) {
    var place = places.lowerBound
    while place < places.upperBound {
      let customer = rows[place].customer
      let end = end(ofCustomerAt: place)
      writer.write(Int64(end - place))
      writer.write(Int64(customer.count))
      writer.write(keys, customer)
      var last = Int32(0)..<Int32(0)
      for row in rows[place..<end] {
        let shared = Self.sharedBytes(keys, last, row.order)
        writer.write(Int64(shared))
        writer.write(Int64(row.order.count - shared))
        writer.write(keys, row.order.dropFirst(shared))
        last = row.order
      }
      place = end
    }
  }

  private static func sharedBytes(
    _ keys: [UInt8],
    _ one: Range<Int32>,
    _ other: Range<Int32>,
  ) -> Int {
    var shared = 0
    while shared < min(one.count, other.count),
      keys[Int(one.lowerBound) + shared] == keys[Int(other.lowerBound) + shared]
    {
      shared += 1
    }
    return shared
  }

  /// Reads rows back; `nil` where the bytes are damaged.
  init?(_ bytes: [UInt8]) {
    self.init()
    guard !bytes.isEmpty else { return }
    var reader = ByteReader(bytes)
    guard let whole = reader.number(), whole > 0, whole <= bytes.count else { return nil }
    let count = Int(whole)
    var (found, keys): ([ShelfRow], [UInt8]) = ([], [])
    found.reserveCapacity(count)
    while found.count < count {
      guard Self.readCustomer(&reader, to: &found, &keys), found.count <= count else {
        return nil
      }
    }
    guard Self.readColumns(&found, { reader.readColumn(count, to: &$0) }) else { return nil }
    guard let lengths = reader.column(found.count) else { return nil }
    var codes: [UInt32] = []
    for place in found.indices {
      guard let length = Int(exactly: lengths[place]), length >= 0 else { return nil }
      let start = Int32(codes.count)
      guard reader.appendFixed(length, to: &codes) else { return nil }
      found[place].codes = start..<Int32(codes.count)
    }
    guard reader.isAtEnd else { return nil }
    self.init(keys: keys, rows: found, codes: codes)
  }

  /// Reads the keys of one customer's rows; false where the bytes are damaged.
  static func readCustomer(
    _ reader: inout ByteReader,
    to rows: inout [ShelfRow],
    _ keys: inout [UInt8],
  ) -> Bool {
    // A row takes two bytes at least.
    guard let count = reader.number(), count > 0, count <= reader.rest,
      let customer = reader.append(to: &keys)
    else { return false }
    var row = ShelfRow(row: OrderRow(day: 0, second: 0), version: Version())
    row.customer = customer
    for _ in 0..<count {
      guard let shared = reader.number(), shared >= 0, shared <= row.order.count else {
        return false
      }
      let start = Int32(keys.count)
      for place in row.order.prefix(Int(shared)) { keys.append(keys[Int(place)]) }
      guard reader.append(to: &keys) != nil else { return false }
      row.order = start..<Int32(keys.count)
      rows.append(row)
    }
    return true
  }
}
