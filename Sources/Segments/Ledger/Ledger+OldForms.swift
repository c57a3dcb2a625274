/// Ledgers as versions before 0.3 kept them: one row after another, in chunks cut by the hash of a row's key.
extension Ledger {
  /// Takes in the rows of chunks of form 1 or 2; the store is to keep them in today's form.
  mutating func takeOld(_ chunks: [LedgerChunk], _ format: Int) throws(SegmentError) {
    var rows = ShelfRows()
    for chunk in chunks {
      var reader = ByteReader(chunk.bytes)
      switch chunk.name.prefix(while: { $0 != "/" }) {
      case "head", "customers": break
      case "orders":
        while !reader.isAtEnd {
          guard let (key, order) = Self.order(&reader, format) else {
            throw .damagedLedger(chunk: chunk.name)
          }
          rows.append(key, order)
        }
      case "loose":
        while !reader.isAtEnd {
          guard let (line, count) = Self.looseLine(&reader, format) else {
            throw .damagedLedger(chunk: chunk.name)
          }
          rows.append(line, copies: count)
        }
      default: throw .damagedLedger(chunk: chunk.name)
      }
    }
    try shelves.fill(rows)
    shelves.outdate(chunks.map(\.name).filter { $0 != "head" && !$0.hasPrefix("customers/") })
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

  static func version(_ reader: inout ByteReader) -> Version? {
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
