extension ShelfRows {
  /// The rows as the store keeps them: keys first, each as what differs from the one before, then column by
  /// column; no rows are no bytes.
  var bytes: [UInt8] {
    guard !rows.isEmpty else { return [] }
    var writer = ByteWriter()
    writer.write(Int64(rows.count))
    writeKeys(to: &writer)
    writeColumns(to: &writer)
    writer.writeColumn(rows.count) { Int64(rows[$0].codes.count) }
    for row in rows {
      for place in row.codes { writer.write(fixed: codes[Int(place)]) }
    }
    return writer.bytes
  }

  /// One number of each row after the other; `readColumns` has the same order.
  private func writeColumns(to writer: inout ByteWriter) {
    let rows = rows
    func write(_ number: (ShelfRow) -> Int64) {
      writer.writeColumn(rows.count) { number(rows[$0]) }
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

  /// Reads what `writeColumns` wrote; false where the bytes are damaged.
  private static func readColumns(_ reader: inout ByteReader, _ found: inout [ShelfRow]) -> Bool {
    var numbers: [Int64] = []
    func read(_ set: (inout ShelfRow, Int64) -> Void) -> Bool {
      guard reader.readColumn(found.count, to: &numbers) else { return false }
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

  private func writeKeys(to writer: inout ByteWriter) {
    var place = 0
    while place < rows.count {
      let customer = rows[place].customer
      let end = rows[place...].firstIndex { $0.customer != customer } ?? rows.count
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
    guard let count = reader.number(), count > 0, count <= bytes.count,
      let rows = Self.keyedRows(&reader, Int(count))
    else { return nil }
    var (found, keys) = rows
    guard Self.readColumns(&reader, &found) else { return nil }
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

  private static func keyedRows(
    _ reader: inout ByteReader,
    _ count: Int,
  ) -> (rows: [ShelfRow], keys: [UInt8])? {
    var rows: [ShelfRow] = []
    var keys: [UInt8] = []
    rows.reserveCapacity(count)
    var empty = ShelfRow(row: OrderRow(day: 0, second: 0), version: Version())
    while rows.count < count {
      guard let group = reader.number(), group > 0, Int(group) <= count - rows.count,
        let customer = reader.append(to: &keys)
      else { return nil }
      empty.customer = customer
      var last = Int32(0)..<Int32(0)
      for _ in 0..<group {
        guard let shared = reader.number(), shared >= 0, shared <= last.count else { return nil }
        let start = Int32(keys.count)
        for place in last.prefix(Int(shared)) { keys.append(keys[Int(place)]) }
        guard reader.append(to: &keys) != nil else { return nil }
        last = start..<Int32(keys.count)
        empty.order = last
        rows.append(empty)
      }
    }
    return (rows, keys)
  }
}
