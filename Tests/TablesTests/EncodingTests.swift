import Testing

@testable import Tables

@Suite("Encodings")
struct EncodingTests {
  private func read(
    _ bytes: [UInt8],
    as name: String? = nil,
    blockBytes: Int = 1 << 16,
  ) throws -> (rows: [[String]], reader: CSVReader) {
    var pins = DialectPins()
    pins.encoding = name.flatMap { TextEncoding(rawValue: $0) }
    var limits = CSVLimits()
    limits.blockBytes = blockBytes
    var reader = try CSVReader(source: BytesSource(bytes), limits: limits, pins: pins)
    var kinds: [String: ColumnKind] = [:]
    for name in reader.header { kinds[name] = .text }
    return (try allRows(&reader, kinds: kinds).rows, reader)
  }

  @Test("of the West are told apart by the euro sign")
  func euro() throws {
    let head = Array("name,price\n".utf8)
    let (windows, first) = try read(head + Array("Ren".utf8) + [0xe9, 0x2c, 0x80, 0x35, 0x0a])
    #expect(first.dialect.encoding == .windows1252)
    #expect(windows == [["René", "€5"]])
    let (latin, second) = try read(head + Array("Ren".utf8) + [0xe9, 0x2c, 0xa4, 0x35, 0x0a])
    #expect(second.dialect.encoding == .latin9)
    #expect(second.dialect.encoding.rawValue == "ISO-8859-15")
    #expect(latin == [["René", "€5"]])
    let heart = head + Array("C".utf8) + [0xbd] + Array("ur,5\n".utf8)
    #expect(try read(heart).rows == [["Cœur", "5"]])
    let half = head + Array("1".utf8) + [0xbd] + Array(" pint,5\n".utf8)
    #expect(try read(half).reader.dialect.encoding == .windows1252)
  }

  @Test(
    "that are named are decoded by the system, wherever blocks end",
    arguments: [1, 2, 3, 7, 4096]
  )
  func named(blockBytes: Int) throws {
    let japanese = Array("name,n\n".utf8) + [0x8e, 0x52, 0x93, 0x63] + Array(",5\n".utf8)
    let (rows, reader) = try read(japanese, as: "Shift_JIS", blockBytes: blockBytes)
    #expect(rows == [["山田", "5"]])
    #expect(reader.dialect.encoding.rawValue == "SHIFT_JIS")
    #expect(reader.findings.isEmpty)
    let cyrillic = Array("name,n\n".utf8) + [0xc8, 0xe2, 0xe0, 0xed] + Array(",5\n".utf8)
    #expect(try read(cyrillic, as: "windows-1251", blockBytes: blockBytes).rows == [["Иван", "5"]])
    let polish = Array("name,n\n".utf8) + [0xb3, 0xf3, 0xbf] + Array(",5\n".utf8)
    #expect(try read(polish, as: "iso-8859-2", blockBytes: blockBytes).rows == [["łóż", "5"]])
  }

  @Test("that the system does not know are refused by name")
  func unknown() {
    #expect(throws: TableError.unknownEncoding("KLINGON")) {
      try read([0x61, 0x0a], as: "klingon")
    }
    #expect(TextEncoding(rawValue: "UTF-8//IGNORE") == nil)
    #expect(TextEncoding(rawValue: "latin1") == .windows1252)
    #expect(TextEncoding(rawValue: "utf-8") == .utf8)
  }

  @Test("leave nothing out in silence: what cannot be decoded is replaced and counted")
  func undecodable() throws {
    let bad =
      Array("name,n\n".utf8) + [0x8e, 0x52, 0x80, 0xff] + Array(",5\nAda,6\n".utf8) + [0x8e]
    let (rows, reader) = try read(bad, as: "Shift_JIS")
    #expect(rows.first?[0].hasPrefix("山\u{fffd}") == true)
    #expect(rows.last?[0] == "\u{fffd}")
    #expect(reader.findings.contains { $0.id == "undecodable-text" })
    // 0x81 is no character of Windows-1252.
    let hole = Array("name,n\nR\u{0}".utf8.filter { $0 > 0 }) + [0xe9, 0x81] + Array(",5\n".utf8)
    let (_, holed) = try read(hole)
    #expect(holed.dialect.encoding == .windows1252)
    #expect(holed.findings.map(\.id) == ["undecodable-text"])
  }

  @Test("of four bytes a character are known by their mark")
  func utf32() throws {
    let little = "\u{feff}a,b\nß,2\n".unicodeScalars.flatMap { scalar in
      (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * UInt32($0))) }
    }
    #expect(try read(little).rows == [["ß", "2"]])
    let big = "\u{feff}a,b\nß,2\n".unicodeScalars.flatMap { scalar in
      (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (24 - 8 * UInt32($0))) }
    }
    #expect(try read(big).rows == [["ß", "2"]])
  }

  @Test("of two bytes without a mark are known in any script", arguments: [true, false])
  func utf16WithoutMark(isLittleEndian: Bool) throws {
    let text = "имя,сумма\nИван Петров,5\nМария Иванова,7\n"
    let bytes = text.utf16.flatMap { unit in
      let pair = [UInt8(unit & 0xff), UInt8(unit >> 8)]
      return isLittleEndian ? pair : pair.reversed()
    }
    let (rows, reader) = try read(bytes)
    #expect(reader.dialect.encoding == (isLittleEndian ? .utf16le : .utf16be))
    #expect(rows == [["Иван Петров", "5"], ["Мария Иванова", "7"]])
  }
}
