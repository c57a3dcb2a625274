import Testing

@testable import Tables

@Suite("The dialect of a file")
struct CSVDialectTests {
  private func sniff(_ text: String) throws -> CSVDialect {
    try CSVDialect.sniff(Array(text.utf8), isWhole: true)
  }

  @Test(
    "shows its delimiter in all first records, not in the first alone",
    arguments: [
      ("a,b\n1,2\n", ","), ("a;b\n1,5;2\n3,5;4\n", ";"), ("a\tb\n1\t2\n", "\t"),
      ("a|b|c\n1|2|3\n", "|"),
      ("id,groups (x;y;z)\n1,2\n3,4\n", ","), ("name;note\nAda;\"x,y,z\"\nBo;\"x,y,z\"\n", ";"),
      ("email\nada@example.com\n", ","), ("n;a;b\nx;1,5;2,5\ny;3,5;4,5\n", ";"),
      ("a b,c d;e\n1;x,2\n3;x,4\n", ","),
      ("title;with;semicolons\n1;2;3\n4;5;6,7\n", ";"), ("a,b,c", ","), ("a;b;c", ";"),
    ],
  )
  func delimiter(text: String, delimiter: Character) throws {
    #expect(try sniff(text).delimiter == delimiter.asciiValue)
  }

  @Test(
    "shows its decimal mark in the numbers",
    arguments: [
      ("a;b\n1,5;2\n", DecimalMark.comma), ("a;b\n1.5;2\n", .point), ("a;b\n1.234,50;2\n", .comma),
      ("a,b\n\"1,234.50\",2\n", .point), ("a;b\n1,234;2\n", .comma), ("a,b\n\"1,234\",2\n", .point),
      ("a;b\n1.234;2\n", .point), ("a;b\n1.234.567;2\n", .comma), ("a;b\n€ 12,50;2\n", .comma),
      ("a;b\n0,125;2\n", .comma), ("a;b\nx;y\n", .point), ("a;b\n12.05.2026;1,5\n", .comma),
    ],
  )
  func decimalMark(text: String, mark: DecimalMark) throws {
    #expect(try sniff(text).decimalMark == mark)
  }

  @Test(
    "shows its order of dates in days above 12",
    arguments: [
      ("a,d\n1,2026-05-01\n", DateOrder.ymd as DateOrder?), ("a,d\n1,31/12/2026\n", .dmy),
      ("a,d\n1,12/31/2026\n", .mdy),
      ("a,d\n1,05/06/2026\n", nil), ("a,d\n1,2\n", nil), ("a,d,e\n1,05/06/2026,25/12/2026\n", .dmy),
      ("a,d\n1,04-09-2012\n2,28-03-2014\n", .dmy),
    ],
  )
  func dateOrder(text: String, order: DateOrder?) throws {
    #expect(try sniff(text).dateOrder == order)
  }

  @Test("that leaves the order of dates open is read in the likelier one, and the reader says so")
  func openDateOrder() throws {
    var reader = try CSVReader(source: BytesSource("a,d\n1,05.06.2026\n"))
    #expect(reader.findings.map(\.id) == ["date-order-undecided"])
    #expect(try allRows(&reader).rows == [["1", "2026-06-05"]])
  }

  @Test(
    "finds the header behind blank lines, a preamble and a line that names the delimiter",
    arguments: [
      ("a,b\n1,2\n", 1), ("\n\na,b\n1,2\n", 3), ("sep=;\na;b\n1;2\n", 2),
      ("Customer report\nMade 2026-11-01\n\na,b,c\n1,2,3\n4,5,6\n", 4), ("a,b,c,d\n1,2,3,4\n", 1),
    ],
  )
  func headerLine(text: String, line: Int) throws {
    let reader = try CSVReader(source: BytesSource(text))
    #expect(reader.dialect.headerLine == line)
    #expect(reader.header.first == "a")
  }

  @Test("reads the same table from ten kinds of file")
  func tenDialects() throws {
    let rows = [
      ["CustomerID", "Genre", "Age", "Spend"], ["0001", "Male", "19", "15.5"],
      ["0002", "Fémale", "21", "-3"],
    ]
    func bytes(_ delimiter: String, _ lineEnd: String, _ before: String = "") -> String {
      before + rows.map { $0.joined(separator: delimiter) + lineEnd }.joined()
    }
    func utf16(_ text: String, isLittleEndian: Bool, mark: Bool = true) -> [UInt8] {
      ((mark ? "\u{feff}" : "") + text).utf16.flatMap { unit in
        let pair = [UInt8(unit & 0xff), UInt8(unit >> 8)]
        return isLittleEndian ? pair : pair.reversed()
      }
    }
    let latin = bytes("|", "\r\n").unicodeScalars.map { UInt8($0.value) }
    let files: [([UInt8], TextEncoding)] = [
      (Array(bytes(",", "\n").utf8), .utf8), (Array(bytes(";", "\r\n").utf8), .utf8),
      (Array(bytes("\t", "\n").utf8), .utf8), (latin, .windows1252),
      ([0xef, 0xbb, 0xbf] + Array(bytes(",", "\r\n").utf8), .utf8),
      (utf16(bytes("\t", "\r\n"), isLittleEndian: true), .utf16le),
      (utf16(bytes(";", "\n"), isLittleEndian: false), .utf16be),
      (utf16(bytes(",", "\n"), isLittleEndian: true, mark: false), .utf16le),
      (Array(bytes(",", "\r").utf8), .utf8), (Array(bytes(";", "\r\n", "sep=;\r\n").utf8), .utf8),
      (Array(bytes(",", "\n", "Customer report\nMade 2026-11-01\n\n").utf8), .utf8),
    ]
    for (file, encoding) in files {
      var reader = try CSVReader(source: BytesSource(file))
      #expect(reader.dialect.encoding == encoding)
      #expect(reader.header == rows[0])
      #expect(try allRows(&reader, kinds: ["CustomerID": .text]).rows == Array(rows[1...]))
    }
  }

  @Test("becomes Windows-1252 when the first text beyond ASCII comes late and is not UTF-8")
  func lateEncoding() throws {
    var limits = CSVLimits()
    (limits.headBytes, limits.blockBytes) = (64, 32)
    let head = "a,b\n" + String(repeating: "plain,1\n", count: 100)
    var reader = try CSVReader(
      source: BytesSource(Array(head.utf8) + [0xa3, 0x35, 0x2c, 0x32, 0x0a]),
      limits: limits
    )
    #expect(reader.dialect.encoding == .utf8)
    let table = try allRows(&reader)
    #expect(reader.dialect.encoding == .windows1252)
    #expect(table.rows.last == ["£5", "2"])
    #expect(reader.findings.isEmpty)
  }

  @Test("stays UTF-8 when single texts are not; they are read as Windows-1252 and counted")
  func damagedTexts() throws {
    let good = Array((String(repeating: "é,1\n", count: 30)).utf8)
    var reader = try CSVReader(
      source: BytesSource(Array("a,b\n".utf8) + good + [0xe9, 0x2c, 0x32, 0x0a])
    )
    let table = try allRows(&reader)
    #expect(reader.dialect.encoding == .utf8)
    #expect(table.rows.last == ["é", "2"])
    #expect(reader.findings.map(\.id) == ["undecodable-text"])
    #expect(reader.findings.map(\.line) == [32])
  }

  @Test("in UTF-16 keeps characters whole that blocks cut")
  func utf16Blocks() throws {
    let text = "a,b\nx😎y,1\nz\u{fffd},2\n"
    let file = ("\u{feff}" + text).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
    for blockBytes in [1, 2, 3, 5, 7] {
      var limits = CSVLimits()
      (limits.blockBytes, limits.headBytes) = (blockBytes, 12)
      var reader = try CSVReader(source: BytesSource(file), limits: limits)
      #expect(try allRows(&reader).rows == [["x😎y", "1"], ["z\u{fffd}", "2"]])
    }
  }

  @Test("of Windows-1252 knows the characters that Latin-1 has not")
  func windows1252() {
    #expect(Windows1252.decoded([0x80, 0x41, 0xe9, 0x99]) == Array("€Aé™".utf8))
  }

  @Test(
    "is UTF-8 exactly where the standard library finds nothing to repair",
    arguments: [
      [0x41], [0xc3, 0xa9], [0xc3], [0xa9], [0xc0, 0x80], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80],
      [0xef, 0xbf, 0xbd],
      [0xf0, 0x9f, 0x98, 0x8e], [0xf4, 0x90, 0x80, 0x80], [0xf0, 0x80, 0x80, 0x80], [0xff],
      [0xe2, 0x82], [0xe2, 0x82, 0xac, 0x80],
    ] as [[UInt8]],
  )
  func utf8(bytes: [UInt8]) {
    let isValid = UTF8Check.isValid(bytes.span, from: 0, to: bytes.count)
    #expect(isValid == (String(validating: bytes, as: UTF8.self) != nil))
  }
}
