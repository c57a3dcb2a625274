import FoundationEssentials

extension Ledger {
  /// Customers of a customer table that a chunk holds on average, as a power of two.
  ///
  /// Where a chunk begins is decided by the hash of a row's key alone, so a new row changes the one chunk
  /// it falls into and no other.
  static let chunkRowBits: UInt64 = 15

  /// The form of the ledger: since 2 its rows hold discounts and what was bought, since 3 they stand on shelves.
  static let form = 3

  struct Head: Codable {
    var format: Int
    var schema: SchemaMatch?
    var tally: LedgerTally
    /// Orders and loose lines; since form 3.
    var rows: Int?
    /// Distinct numbers of paid orders; since form 3.
    var numbers: Int?
  }

  /// The ledger as bytes: the same ledger gives the same chunks, whatever its history.
  ///
  /// All of it must be at hand.
  package func chunks() throws(SegmentError) -> [LedgerChunk] {
    try headChunks() + shelves.chunks()
  }

  /// Some parts of the ledger as bytes; they must be at hand.
  package func chunks(of parts: LedgerParts) throws(SegmentError) -> [LedgerChunk] {
    switch parts {
    case .all: try chunks()
    case .opening: try headChunks()
    case .sheets: try shelves.chunks(named: shelves.names(of: [.sheets]))
    case .named(let names): try shelves.chunks(named: names)
    }
  }

  /// What the store must write and remove to keep the ledger as it is now.
  package func changes() throws(SegmentError) -> LedgerChanges {
    var changes = LedgerChanges(from: kept, to: try headChunks())
    let orders = try shelves.changes()
    changes.written += orders.written
    changes.removed += orders.removed
    changes.deferred += orders.deferred
    return changes
  }

  /// Notes that the store keeps the ledger as it is now.
  package mutating func keep() throws(SegmentError) {
    kept = try headChunks()
    shelves.keep()
  }

  private func headChunks() throws(SegmentError) -> [LedgerChunk] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let head = Head(
      format: Self.form,
      schema: schema,
      tally: tally,
      rows: shelves.rowCount,
      numbers: shelves.numberCount,
    )
    guard let json = try? encoder.encode(head) else { throw .damagedLedger(chunk: "head") }
    return [LedgerChunk(name: "head", bytes: [UInt8](json))] + customerChunks()
  }

  /// Rebuilds a ledger from all its chunks, in any order; an empty list is the empty ledger.
  package init(chunks: [LedgerChunk]) throws(SegmentError) {
    try self.init(opening: chunks)
    let form = try Self.head(of: chunks)?.format ?? Self.form
    if form == Self.form { try take(.all, chunks) } else { try takeOld(chunks, form) }
  }

  /// Begins a ledger with its `opening` parts; everything else is not at hand.
  package init(opening chunks: [LedgerChunk]) throws(SegmentError) {
    self.init()
    guard let head = try Self.head(of: chunks) else { return }
    (schema, tally) = (head.schema, head.tally)
    if head.format == Self.form {
      shelves = OrderShelves(rowCount: head.rows ?? 0, numberCount: head.numbers ?? 0)
    }
    for chunk in chunks where chunk.name.hasPrefix("customers/") { try takeCustomers(chunk) }
    kept = chunks.filter { $0.name == "head" || $0.name.hasPrefix("customers/") }
  }

  /// Whether a ledger that begins like this must be read whole.
  package static func isOfOldForm(opening chunks: [LedgerChunk]) throws(SegmentError) -> Bool {
    try head(of: chunks).map { $0.format != form } ?? false
  }

  private static func head(of chunks: [LedgerChunk]) throws(SegmentError) -> Head? {
    guard let chunk = chunks.first(where: { $0.name == "head" }) else {
      guard chunks.isEmpty else { throw .damagedLedger(chunk: "head") }
      return nil
    }
    guard let head = try? JSONDecoder().decode(Head.self, from: Data(chunk.bytes)),
      (1...form).contains(head.format)
    else { throw .damagedLedger(chunk: "head") }
    return head
  }

  /// What must be at hand before deliveries are joined.
  package func parts(for harvests: [Harvest]) -> LedgerParts {
    shelves.names(for: harvests).map(LedgerParts.named) ?? .all
  }

  /// The same parts in slices that are small enough to be in memory one after another.
  package func slices(of parts: LedgerParts) -> [LedgerParts] {
    switch parts {
    case .opening, .sheets, .named: return [parts]
    case .all:
      guard shelves.plan.count > Self.shelvesOfSlice else { return [parts] }
      return slices().map(LedgerParts.named)
    }
  }

  /// The names of all parts but the opening, in such slices.
  package func slices() -> [[String]] {
    let names = shelves.names()
    return stride(from: 0, to: names.count, by: Self.shelvesOfSlice).map { first in
      Array(names[first..<min(first + Self.shelvesOfSlice, names.count)])
    }
  }

  private static let shelvesOfSlice = 1024

  /// Takes in parts that were asked for; what the store does not have is empty.
  package mutating func take(
    _ parts: LedgerParts,
    _ chunks: [LedgerChunk],
  ) throws(SegmentError) {
    let known = ["head", "customers"]
    for chunk in chunks where shelves.plan.place(of: chunk.name) == nil {
      guard known.contains(String(chunk.name.prefix { $0 != "/" })) else {
        throw .damagedLedger(chunk: chunk.name)
      }
    }
    let all = Array(0..<shelves.plan.count)
    switch parts {
    case .opening: break
    case .all: try shelves.take([.orders: all, .numbers: all, .sheets: all], chunks)
    case .sheets: try shelves.take([.sheets: all], chunks)
    case .named(let names): try shelves.take(places(of: names), chunks)
    }
  }

  private func places(of names: [String]) throws(SegmentError) -> [ShelfPlan.Kind: [Int]] {
    var places: [ShelfPlan.Kind: [Int]] = [:]
    for name in names {
      guard let place = shelves.plan.place(of: name) else { throw .damagedLedger(chunk: name) }
      places[place.kind, default: []].append(place.shelf)
    }
    return places
  }
}

// MARK: - Customers

extension Ledger {
  private func customerChunks() -> [LedgerChunk] {
    var chunks: [LedgerChunk] = []
    var writer = ByteWriter()
    var label = "first"
    for (key, customer) in customers.sorted(by: { $0.key < $1.key }) {
      let hash = key.sampleHash
      if hash & ((1 << Self.chunkRowBits) - 1) == 0 {
        if !writer.bytes.isEmpty {
          chunks.append(LedgerChunk(name: "customers/\(label)", bytes: writer.bytes))
        }
        (writer, label) = (ByteWriter(), String(hash, radix: 16))
      }
      Self.write(key, customer, to: &writer)
    }
    guard !writer.bytes.isEmpty else { return chunks }
    return chunks + [LedgerChunk(name: "customers/\(label)", bytes: writer.bytes)]
  }

  private mutating func takeCustomers(_ chunk: LedgerChunk) throws(SegmentError) {
    var reader = ByteReader(chunk.bytes)
    while !reader.isAtEnd {
      guard let (key, customer) = Self.customer(&reader) else {
        throw .damagedLedger(chunk: chunk.name)
      }
      customers[key] = customer
    }
  }

  private static func write(
    _ key: Key,
    _ customer: LedgerCustomer,
    to writer: inout ByteWriter,
  ) {
    writer.write(key.text)
    writer.write(Int64(customer.values.count))
    for value in customer.values { writer.write(value) }
    writer.write(customer.version.updated)
    writer.write(Int64(customer.version.fileDay))
    writer.write(Int64(customer.version.nameDay))
    writer.write(Int64(customer.version.acceptance))
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
}
