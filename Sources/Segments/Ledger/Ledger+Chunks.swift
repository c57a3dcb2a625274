import FoundationEssentials

extension Ledger {
  /// Rows a chunk holds on average, as a power of two.
  ///
  /// Where a chunk begins is decided by the hash of a row's key alone, so a new row changes the one chunk
  /// it falls into and no other.
  static let chunkRowBits: UInt64 = 15

  /// The form of the rows: since 2 they hold discounts and what was bought.
  private static let format = 2

  private struct Head: Codable {
    var format: Int
    var schema: SchemaMatch?
    var tally: LedgerTally
  }

  /// The ledger as bytes: the same ledger gives the same chunks, whatever its history.
  package func chunks() throws(SegmentError) -> [LedgerChunk] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let head = Head(format: Self.format, schema: schema, tally: tally)
    guard let json = try? encoder.encode(head) else { throw .damagedLedger(chunk: "head") }
    return [LedgerChunk(name: "head", bytes: [UInt8](json))]
      + Self.chunks("orders", orders.sorted { $0.key < $1.key }, \.key.sampleHash, Self.write)
      + Self.chunks("loose", loose.sorted { $0.key < $1.key }, \.key.sampleHash, Self.write)
      + Self.chunks("customers", customers.sorted { $0.key < $1.key }, \.key.sampleHash, Self.write)
  }

  private static func chunks<Row>(
    _ name: String,
    _ rows: [Row],
    _ hash: (Row) -> UInt64,
    _ write: (Row, inout ByteWriter) -> Void,
  ) -> [LedgerChunk] {
    var chunks: [LedgerChunk] = []
    var writer = ByteWriter()
    var label = "first"
    for row in rows {
      let hash = hash(row)
      if hash & ((1 << chunkRowBits) - 1) == 0 {
        if !writer.bytes.isEmpty {
          chunks.append(LedgerChunk(name: "\(name)/\(label)", bytes: writer.bytes))
        }
        (writer, label) = (ByteWriter(), String(hash, radix: 16))
      }
      write(row, &writer)
    }
    guard !writer.bytes.isEmpty else { return chunks }
    return chunks + [LedgerChunk(name: "\(name)/\(label)", bytes: writer.bytes)]
  }

  /// Rebuilds a ledger from its chunks, in any order; an empty list is the empty ledger.
  package init(chunks: [LedgerChunk]) throws(SegmentError) {
    self.init()
    var format = Self.format
    // The head says how the rows are written.
    for chunk in chunks.sorted(by: { ($0.name == "head" ? 0 : 1) < ($1.name == "head" ? 0 : 1) }) {
      var reader = ByteReader(chunk.bytes)
      switch chunk.name.prefix(while: { $0 != "/" }) {
      case "head":
        guard let head = try? JSONDecoder().decode(Head.self, from: Data(chunk.bytes)),
          (1...Self.format).contains(head.format)
        else { throw .damagedLedger(chunk: chunk.name) }
        format = head.format
        (schema, tally) = (head.schema, head.tally)
      case "orders":
        while !reader.isAtEnd {
          guard let (key, order) = Self.order(&reader, format) else {
            throw .damagedLedger(chunk: chunk.name)
          }
          orders[key] = order
        }
      case "loose":
        while !reader.isAtEnd {
          guard let (line, count) = Self.looseLine(&reader, format) else {
            throw .damagedLedger(chunk: chunk.name)
          }
          loose[line] = count
        }
      case "customers":
        while !reader.isAtEnd {
          guard let (key, customer) = Self.customer(&reader) else {
            throw .damagedLedger(chunk: chunk.name)
          }
          customers[key] = customer
        }
      default:
        throw .damagedLedger(chunk: chunk.name)
      }
    }
  }
}

// MARK: - Rows

extension Ledger {
  private static func write(_ row: (key: OrderKey, value: LedgerOrder), to writer: inout ByteWriter)
  {
    writer.write(row.key.customer.text)
    writer.write(row.key.order.text)
    write(row.value.row, row.value.bought, to: &writer)
    write(row.value.version, to: &writer)
  }

  private static func write(_ row: (key: LooseLine, value: Int32), to writer: inout ByteWriter) {
    writer.write(row.key.customer.text)
    write(row.key.row, row.key.bought, to: &writer)
    writer.write(Int64(row.value))
  }

  private static func write(
    _ row: (key: Key, value: LedgerCustomer),
    to writer: inout ByteWriter,
  ) {
    writer.write(row.key.text)
    writer.write(Int64(row.value.values.count))
    for value in row.value.values { writer.write(value) }
    write(row.value.version, to: &writer)
  }

  private static func write(_ row: OrderRow, _ bought: ItemCodes, to writer: inout ByteWriter) {
    for number in [
      Int64(row.day), Int64(row.second), row.amount.raw, row.items.raw, Int64(row.lines),
      row.returnAmount.raw, Int64(row.returnLines), row.discount.raw,
      Int64(bought.codes.count),
    ] {
      writer.write(number)
    }
    var last: UInt32 = 0
    for code in bought.codes {
      writer.write(Int64(code - last))
      last = code
    }
  }

  private static func write(_ version: Version, to writer: inout ByteWriter) {
    writer.write(version.updated)
    writer.write(Int64(version.fileDay))
    writer.write(Int64(version.nameDay))
    writer.write(Int64(version.acceptance))
  }

  private static func order(
    _ reader: inout ByteReader,
    _ format: Int,
  ) -> (OrderKey, LedgerOrder)? {
    guard let customer = reader.text(), let order = reader.text(),
      let (row, bought) = orderRow(&reader, format), let version = version(&reader)
    else { return nil }
    var one = LedgerOrder(row: row, version: version)
    one.bought = bought
    return (OrderKey(customer: Key(customer), order: Key(order)), one)
  }

  private static func looseLine(
    _ reader: inout ByteReader,
    _ format: Int,
  ) -> (LooseLine, Int32)? {
    guard let customer = reader.text(), let (row, bought) = orderRow(&reader, format),
      let count = reader.number()
    else { return nil }
    return (LooseLine(customer: Key(customer), row: row, bought: bought), Int32(clamping: count))
  }

  private static func customer(_ reader: inout ByteReader) -> (Key, LedgerCustomer)? {
    guard let key = reader.text(), let count = reader.number(), (0...4_096).contains(count) else {
      return nil
    }
    var values: [Double?] = []
    for _ in 0..<count {
      guard let value = reader.double() else { return nil }
      values.append(value)
    }
    guard let version = version(&reader) else { return nil }
    return (Key(key), LedgerCustomer(values: values, version: version))
  }

  private static func orderRow(
    _ reader: inout ByteReader,
    _ format: Int,
  ) -> (OrderRow, ItemCodes)? {
    var numbers: [Int64] = []
    for _ in 0..<7 {
      guard let number = reader.number() else { return nil }
      numbers.append(number)
    }
    var row = OrderRow(
      day: Int32(clamping: numbers[0]),
      second: Int32(clamping: numbers[1]),
      lines: Int32(clamping: numbers[4]),
      returnLines: Int32(clamping: numbers[6]),
      amount: Micros(raw: numbers[2]),
      items: Micros(raw: numbers[3]),
      returnAmount: Micros(raw: numbers[5]),
    )
    guard format >= 2 else { return (row, .none) }
    guard let discount = reader.number(), let bought = itemCodes(&reader) else { return nil }
    row.discount = Micros(raw: discount)
    return (row, bought)
  }

  private static func itemCodes(_ reader: inout ByteReader) -> ItemCodes? {
    guard let count = reader.number(), count >= 0 else { return nil }
    var codes: [UInt32] = []
    var last: Int64 = 0
    for _ in 0..<count {
      guard let step = reader.number(), let code = UInt32(exactly: last &+ step) else { return nil }
      codes.append(code)
      last = Int64(code)
    }
    return ItemCodes(ascending: codes)
  }

  private static func version(_ reader: inout ByteReader) -> Version? {
    guard let updated = reader.number(), let file = reader.number(), let name = reader.number(),
      let acceptance = reader.number()
    else { return nil }
    return Version(
      updated: updated,
      fileDay: Int32(clamping: file),
      nameDay: Int32(clamping: name),
      acceptance: Int32(clamping: acceptance),
    )
  }
}
