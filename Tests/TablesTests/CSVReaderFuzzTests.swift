import Testing

@testable import Tables

@Suite("The reader, given anything")
struct CSVReaderFuzzTests {
  /// What became of a file: its rows, its findings, how it was written; or why it was refused.
  private enum Outcome: Equatable {
    case read(Table, [Finding], CSVDialect, Int)
    case refused(TableError)
  }

  private func outcome(_ bytes: [UInt8], blockBytes: Int, kind: ColumnKind?) -> Outcome {
    var limits = CSVLimits()
    (limits.blockBytes, limits.headBytes, limits.batchRows) = (blockBytes, 40, blockBytes % 5 + 1)
    do {
      var reader = try CSVReader(source: BytesSource(bytes), limits: limits)
      var kinds: [String: ColumnKind] = [:]
      for name in reader.header { kinds[name] = kind }
      let table = try allRows(&reader, kinds: kinds)
      return .read(table, reader.findings, reader.dialect, reader.recordsRead)
    } catch {
      return .refused(error)
    }
  }

  private func file(_ generator: inout SplitMix) -> [UInt8] {
    let pieces: [[UInt8]] =
      [
        ",", ";", "\t", "\n", "\n", "\r\n", "\r", "\"", "\"\"", " ", "a", "name", "12", "-1.5",
        "1,234.5", "€ 3",
        "2026-05-01", "13/01/2020 10:00", "20200101", "NULL", "é", "😎", "99999999999999999999",
        "1e400", "+", "(1)",
        "sep=;\n", "\0", "'5", "12:30", "1.2.3", "0", "00:00", "T", "Z", "31.12.99 1:00 PM",
      ].map { Array($0.utf8) } + [[0xe9], [0xff], [0xc3], [0xa0]]
    var bytes: [UInt8] = generator.next() % 16 == 0 ? [0xff, 0xfe] : []
    if generator.next() % 16 == 0 { bytes = [0xef, 0xbb, 0xbf] }
    for _ in 0..<Int.random(in: 0...50, using: &generator) {
      bytes += pieces.randomElement(using: &generator) ?? []
      if generator.next() % 2 == 0 { bytes.append(0x2c) }
    }
    return bytes
  }

  @Test("never stops the program, and does the same for any size of block (seed 99)")
  func anything() throws {
    var generator = SplitMix(seed: 99)
    let kinds: [ColumnKind?] = [nil, .number, .date, .text]
    for round in 0..<100 {
      let bytes = file(&generator)
      let kind = kinds[round % 4]
      let whole = outcome(bytes, blockBytes: 1 << 16, kind: kind)
      for blockBytes in [1, 7, 41] {
        let small = outcome(bytes, blockBytes: blockBytes, kind: kind)
        try #require(small == whole, "round \(round), blocks of \(blockBytes): \(bytes)")
      }
      _ = try? CSVReader.cells(of: BytesSource(bytes))
    }
  }
}
