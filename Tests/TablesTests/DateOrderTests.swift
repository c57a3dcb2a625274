import Testing

@testable import Tables

@Suite("The order of day and month")
struct DateOrderTests {
  private func reader(_ text: String, pins: DialectPins = DialectPins()) throws -> CSVReader {
    var limits = CSVLimits()
    limits.headBytes = 64
    return try CSVReader(source: BytesSource(text), limits: limits, pins: pins)
  }

  @Test("is that of another column that shows it")
  func otherColumn() throws {
    var named = try reader("paid,due\nJul-21-25,05/06/2025\n")
    #expect(named.dialect.dateOrder == .mdy && !named.dateOrderDoubt.isOpen)
    #expect(try allRows(&named).rows == [["2025-07-21", "2025-05-06"]])
    var plain = try reader("paid,sent\n2025-06-05,06/06/2025\n2025-06-09,10/06/2025\n")
    #expect(plain.dialect.dateOrder == .dmy && plain.findings.isEmpty)
    #expect(try allRows(&plain).rows.map { $0[1] } == ["2025-06-06", "2025-06-10"])
  }

  @Test("can differ between columns that each show their own")
  func ownOrder() throws {
    var reader = try reader("a,b\n13/01/2025,01/13/2025\n14/02/2025,02/14/2025\n")
    #expect(
      try allRows(&reader).rows == [["2025-01-13", "2025-01-13"], ["2025-02-14", "2025-02-14"]]
    )
  }

  @Test("does not matter where no date has two meanings")
  func noMatter() throws {
    let reader = try reader("d,n\n05/05/2025,1\n06/06/2025,2\n")
    #expect(!reader.dateOrderDoubt.isOpen && reader.findings.isEmpty)
  }

  private let open = "d,n\n" + String(repeating: "05/06/2025,1\n", count: 20)

  @Test("that the beginning leaves open is doubted until a later date shows it")
  func laterDates() throws {
    var right = try reader(open + "12/31/2025,1\n")
    #expect(right.dateOrderDoubt.isOpen)
    #expect(right.findings.map(\.id) == ["date-order-undecided"])
    _ = try allRows(&right, kinds: ["d": .date])
    #expect(right.dateOrderDoubt.shown == .mdy)
    #expect(!right.dateOrderDoubt.isOpen && !right.dateOrderDoubt.isWrong && right.findings.isEmpty)
    var wrong = try reader(open + "31/12/2025,1\n")
    let table = try allRows(&wrong, kinds: ["d": .date])
    #expect(table.column(named: "d")?.state(at: 20) == .unreadable)
    #expect(wrong.dateOrderDoubt.isWrong && wrong.dateOrderDoubt.shown == .dmy)
    #expect(wrong.findings.map(\.id) == ["date-order-wrong", "other-date-order"])
    #expect(wrong.findings.last?.line == 22)
  }

  @Test("that is open is the platform's if the caller knows it")
  func platform() throws {
    var reader = try reader(open)
    reader.readDates(in: .dmy)
    #expect(!reader.dateOrderDoubt.isOpen && reader.findings.isEmpty)
    #expect(try allRows(&reader, kinds: ["d": .date]).rows[0][0] == "2025-06-05")
  }

  @Test("is what the configuration says, whatever the file shows")
  func pinned() throws {
    var pins = DialectPins()
    pins.dateOrder = .dmy
    var reader = try reader(open, pins: pins)
    #expect(try allRows(&reader, kinds: ["d": .date]).rows[0][0] == "2025-06-05")
  }

  @Test("of numbers is asked of nobody: seconds, milliseconds and spreadsheet days by their header")
  func numericDates() throws {
    let text =
      "created,spent,serial date,moment ms,id\n"
      + "1700000000,5,45123.5,1700000000123,1700000001\n1700086400,6,45124,1700086400000,1700000002\n"
    var limits = CSVLimits()
    limits.headBytes = 4096
    var reader = try CSVReader(source: BytesSource(text), limits: limits)
    #expect(reader.samples.map(\.kind) == [.date, .number, .date, .number, .number])
    #expect(
      reader.samples.map(\.numericDate)
        == [.unixSeconds, nil, .spreadsheetDays, .unixMilliseconds, .unixSeconds]
    )
    let table = try allRows(&reader, kinds: ["moment ms": .date])
    #expect(table.rows[0] == ["2023-11-14", "5", "2023-07-16", "2023-11-14", "1700000001"])
    #expect(table.column(named: "created")?.dates?.seconds == [80000, 80000])
    #expect(table.column(named: "serial date")?.dates?.seconds == [43200, 0])
  }

  @Test("and the decimal mark are found for each column by itself")
  func decimalMarks() throws {
    let rows = try table("a;b;c\n1,50;1.50;2\n1.234,50;1,234.50;3\n").rows
    #expect(rows == [["1.5", "1.5", "2"], ["1234.5", "1234.5", "3"]])
  }
}
