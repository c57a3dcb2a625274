import Testing

@testable import Tables

@Suite("Files beyond the limits")
struct CSVLimitsTests {
  private func error(_ text: String, limits: CSVLimits = CSVLimits()) -> TableError? {
    error(Array(text.utf8), limits: limits)
  }

  private func error(_ bytes: [UInt8], limits: CSVLimits = CSVLimits()) -> TableError? {
    do {
      var reader = try CSVReader(source: BytesSource(bytes), limits: limits)
      _ = try allRows(&reader)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "are refused if they are empty",
    arguments: [[], [0xef, 0xbb, 0xbf], [0xff, 0xfe]] as [[UInt8]]
  )
  func empty(bytes: [UInt8]) {
    #expect(error(bytes) == .empty)
  }

  @Test("are refused if all lines are blank")
  func blank() {
    #expect(error("\n  \n\n") == .onlyBlankLines(3))
  }

  @Test("are refused with a word on what they are if they are not text")
  func binary() {
    var generator = SplitMix(seed: 7)
    let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    guard case .binary(.unknown) = error(noise) else {
      Issue.record("noise was not refused")
      return
    }
    #expect(error("PK\u{3}\u{4} and so on") == .binary(.zipOrWorkbook))
    #expect(error("%PDF-1.7 and so on") == .binary(.pdf))
    #expect(error([0x1f, 0x8b, 0x08, 0x00]) == .binary(.gzip))
    #expect(error([0x28, 0xb5, 0x2f, 0xfd, 0x00]) == .binary(.zstandard))
    #expect(error([0xd0, 0xcf, 0x11, 0xe0, 0xa1]) == .binary(.oldWorkbook))
    let zeros = Array("a,b\n1,2\n".utf8) + [UInt8](repeating: 0, count: 100)
    #expect(error(zeros) == .binary(.unknown(controlPercent: 92)))
  }

  @Test("are refused from 4 097 columns on, in the header or later")
  func columns() {
    let wide = Array(repeating: "a", count: 4097).joined(separator: ",")
    let at = Position(line: 1, byte: 0, record: 1)
    #expect(error(wide + "\n") == .tooManyColumns(at, found: 4097, limit: 4096))
    let later = Position(line: 2, byte: 4, record: 2)
    #expect(error("a,b\n" + wide + "\n1,2\n") == .tooManyColumns(later, found: 4097, limit: 4096))
    #expect(error(Array(repeating: "a", count: 4096).joined(separator: ",") + "\n") == nil)
  }

  @Test("are refused with the line where a quote was opened that nobody closes")
  func unclosedQuote() {
    let at = Position(line: 3, byte: 10, record: 3)
    #expect(error("a,b\n1,2\n3,\"4\n5,6\n7,8\n") == .unclosedQuote(at))
    #expect(error("a,b\n1,2\n3,\"4\"\"\n") == .unclosedQuote(at))
  }

  @Test("are refused with the line of a field that is too long", arguments: [2, 64, 1 << 18])
  func fields(blockBytes: Int) {
    var limits = CSVLimits()
    (limits.fieldBytes, limits.blockBytes, limits.headBytes) = (20, blockBytes, 12)
    let long = String(repeating: "x", count: 21)
    let at = Position(line: 3, byte: 9, record: 3)
    #expect(error("a,b\n1,2\n\n\n", limits: limits) == nil)
    #expect(
      error("a,b\n1,2\ny\(long),4\n", limits: limits)
        == .fieldTooLong(Position(line: 3, byte: 8, record: 3), limit: 20, quoted: false)
    )
    #expect(
      error("a,b\n1,2\n,\"\n\(long)\",4\n", limits: limits)
        == .fieldTooLong(at, limit: 20, quoted: true)
    )
    #expect(
      error("a,b\n1,2\n,\"\n\(long)\n\n\n\n\n", limits: limits)
        == .fieldTooLong(at, limit: 20, quoted: true)
    )
  }

  @Test("are refused from one record more than allowed on, with its line")
  func tooManyRecords() {
    var limits = CSVLimits()
    (limits.records, limits.batchRows) = (2, 2)
    #expect(error("a,b\n1,2\n3,4\n", limits: limits) == nil)
    #expect(error("a,b\n1,2\n3,4\n5,6\n", limits: limits) == .tooManyRecords(line: 4, limit: 2))
  }

  @Test("are refused if blanks in equal places set their columns apart")
  func spaceAligned() {
    let report = "Customer    Orders  Spent\nAda L.      3       12.50\nBo          11      7.00\n"
    #expect(error(report) == .spaceAligned(line: 1))
    #expect(error("name\nAda  Lovelace\nBo Peep\nCarl Gauss\n") == nil)
  }

  @Test("are refused with the line of a record that is too long")
  func records() {
    var limits = CSVLimits()
    (limits.recordBytes, limits.blockBytes, limits.headBytes) = (20, 8, 8)
    let long = Array(repeating: "xx", count: 8).joined(separator: ",")
    let at = Position(line: 3, byte: 8, record: 3)
    #expect(error("a,b\n1,2\n\(long)\n", limits: limits) == .recordTooLong(at, limit: 20))
  }
}
