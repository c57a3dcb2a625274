/// The rows that were left out of one part of a file.
struct RejectedPart: Sendable {
  /// The line from which its lines are counted.
  var firstLine = 0
  private(set) var count = 0
  private var reasons: [RejectedReason] = []
  private var rowsOfReason: [Int] = []
  private var bytes: [UInt8] = []
  private var lastLine = 0

  var memoryBytes: Int { bytes.count + reasons.count * 64 + 128 }

  /// The number of a reason, which may be new.
  mutating func number(of reason: RejectedReason) -> Int {
    if let known = reasons.firstIndex(of: reason) { return known }
    reasons.append(reason)
    rowsOfReason.append(0)
    return reasons.count - 1
  }

  /// Adds a row below the others; its reason by `number(of:)`.
  mutating func append(_ line: Int, _ number: Int, _ cell: some Collection<UInt8>) {
    rowsOfReason[number] += 1
    count += 1
    let step = line - lastLine
    // An even number is a step forward; backward are only lines that have waited for their order.
    write(UInt64(bitPattern: Int64(step << 1 ^ step >> 63)))
    write(UInt64(number))
    write(UInt64(cell.count))
    bytes.append(contentsOf: cell)
    lastLine = line
  }

  /// Rule to how many rows broke it.
  var rowsByRule: [String: Int] {
    zip(reasons, rowsOfReason).reduce(into: [:]) { $0[$1.0.rule, default: 0] += $1.1 }
  }

  /// How many rows have a reason that is meant.
  func count(where isMeant: (RejectedReason) -> Bool) -> Int {
    zip(reasons, rowsOfReason).reduce(0) { $0 + (isMeant($1.0) ? $1.1 : 0) }
  }

  /// Adds the rows to the examples of their reasons.
  func note(_ examples: inout [RejectedReason: RejectExample], hiding column: String?) {
    var mine = reasons.map { reason -> RejectExample? in
      // A key may be somebody's address.
      reason.column == column ? RejectExample(rows: 0, cell: "") : examples[reason]
    }
    var last = Array(repeating: 0..<0, count: reasons.count)
    var reader = Reader(bytes: bytes)
    while let row = reader.next() {
      if let known = mine[row.reason] {
        if known.cell.isEmpty || bytes[row.cell] == bytes[last[row.reason]] { continue }
        mine[row.reason]?.cell = min(known.cell, cell(row.cell))
      } else {
        mine[row.reason] = RejectExample(rows: 0, cell: cell(row.cell))
      }
      last[row.reason] = row.cell
    }
    for (number, reason) in reasons.enumerated() {
      guard var example = mine[number] else { continue }
      example.rows = (examples[reason]?.rows ?? 0) + rowsOfReason[number]
      examples[reason] = example
    }
  }

  /// The rows in their order.
  var rows: Rows { Rows(part: self, reader: Reader(bytes: bytes), line: firstLine) }

  private func cell(_ range: Range<Int>) -> String {
    String(String(decoding: bytes[range], as: UTF8.self).prefix(40))
  }

  /// Writes a number seven bits a byte, the lowest first.
  private mutating func write(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

extension RejectedPart {
  /// Goes through the bytes of rows.
  fileprivate struct Reader {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func next() -> (step: Int, reason: Int, cell: Range<Int>)? {
      guard position < bytes.count else { return nil }
      let written = Int(bitPattern: UInt(number()))
      let step = Int(bitPattern: UInt(bitPattern: written) >> 1) ^ -(written & 1)
      let reason = Int(number())
      let count = Int(number())
      defer { position += count }
      return (step, reason, position..<position + count)
    }

    private mutating func number() -> UInt64 {
      var number: UInt64 = 0
      var shift: UInt64 = 0
      while true {
        let byte = bytes[position]
        position += 1
        number |= UInt64(byte & 0x7f) << shift
        if byte < 0x80 { return number }
        shift += 7
      }
    }
  }

  /// The rows of a part, one after the other.
  struct Rows {
    fileprivate let part: RejectedPart
    fileprivate var reader: Reader
    fileprivate var line: Int

    mutating func next() -> RejectedLine? {
      guard let row = reader.next() else { return nil }
      line += row.step
      let reason = part.reasons[row.reason]
      return RejectedLine(
        line: line,
        column: reason.column,
        value: String(decoding: part.bytes[row.cell], as: UTF8.self),
        rule: reason.rule,
      )
    }
  }
}
