@testable import Tables

/// What the fuzz tests drive: reader, sniffer and the readers of values, all with one input.
struct FuzzTarget {
  /// What became of a file.
  enum Outcome: Equatable {
    case read(Table, [Finding], CSVDialect, Int)
    case refused(TableError)
  }

  /// Where a promise was broken.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  private static let encodings: [TextEncoding?] = [
    nil, nil, nil, .utf8, .windows1252, .latin9, .utf16le, .named("SHIFT_JIS"), .named("GB18030"),
  ]

  /// Puts one input through everything; whatever it is, nothing may trap.
  func check(_ input: [UInt8], round: Int) throws(Fault) {
    let kind: ColumnKind? = [nil, .number, .date, .text][round % 4]
    var pins = DialectPins()
    pins.encoding = Self.encodings[round % Self.encodings.count]
    if round % 7 == 0 { pins.quote = 0x27 }
    if round % 11 == 0 { pins.header = round % 5 == 0 ? DialectPins.Header.none : .line(round % 5) }
    let whole = outcome(input, blockBytes: 1 << 16, kind: kind, pins)
    let small = outcome(input, blockBytes: [1, 7, 41][round % 3], kind: kind, pins)
    guard whole == small else { throw Fault(description: "another size of block, another result") }
    if case .read(let table, let findings, _, let rows) = whole {
      guard findings.count <= 20 else { throw Fault(description: "\(findings.count) findings") }
      guard rows == table.rowCount, rows <= input.count + 1 else {
        throw Fault(description: "\(rows) records of \(input.count) bytes")
      }
      let bytes = table.columns.reduce(0) { $0 + ($1.texts?.bytes.count ?? 0) }
      guard bytes <= input.count * 3 else { throw Fault(description: "\(bytes) bytes of text") }
    }
    _ = try? CSVReader.cells(of: BytesSource(input))
    values(input)
  }

  private func outcome(
    _ input: [UInt8],
    blockBytes: Int,
    kind: ColumnKind?,
    _ pins: DialectPins,
  ) -> Outcome {
    var limits = CSVLimits()
    (limits.blockBytes, limits.headBytes, limits.batchRows) = (blockBytes, 64, blockBytes % 5 + 1)
    do {
      var reader = try CSVReader(source: BytesSource(input), limits: limits, pins: pins)
      var kinds: [String: ColumnKind] = [:]
      for name in reader.header { kinds[name] = kind }
      let table = try allRows(&reader, kinds: kinds)
      return .read(table, reader.findings, reader.dialect, reader.recordsRead)
    } catch {
      return .refused(error)
    }
  }

  /// The beginning of the input as a cell, and every piece of it between delimiters.
  private func values(_ input: [UInt8]) {
    var start = 0
    for position in 0...min(input.count, 400) {
      let isEnd = position == min(input.count, 400)
      guard isEnd || input[position] == 0x2c || input[position] == 0x0a else { continue }
      for mark in [DecimalMark.point, .comma] {
        let parser = NumberParser(mark)
        let plain = parser.plain(input.span, start, position)
        let tolerant = parser.tolerant(input.span, start, position)
        precondition(plain.map(\.isFinite) ?? true, "A plain number is finite.")
        precondition(tolerant.map(\.isFinite) ?? true, "A tolerant number is finite.")
      }
      for order in [DateOrder.dmy, .mdy] {
        _ = DateParser(order).parse(input.span, start, position)
      }
      _ = BooleanWord.value(of: input.span, start, position)
      start = position + 1
    }
  }
}
