import Testing

@testable import Tables

@Suite("Quotes")
struct QuotingTests {
  private func sniff(_ text: String) throws -> CSVDialect {
    try CSVDialect.sniff(Array(text.utf8), isWhole: true)
  }

  @Test("are escaped by backslashes where texts show it")
  func backslashes() throws {
    let text =
      "name,say,n\nAda,\"she said \\\"hi, you\\\" twice\",1\nBo,\"a \\\\ b\",2\nCy,\"\"\"x\"\"\",3\n"
    #expect(try sniff(text).hasBackslashEscapes)
    let rows = try table(text).rows
    #expect(rows.map { $0[1] } == ["she said \"hi, you\" twice", "a \\ b", "\"x\""])
    #expect(rows.map { $0[2] } == ["1", "2", "3"])
  }

  @Test("are doubled where a backslash is but the end of a path")
  func paths() throws {
    let text = "name,folder,n\nAda,\"C:\\a\\\",1\nBo,\"C:\\b\\\",2\n"
    #expect(try !sniff(text).hasBackslashEscapes)
    #expect(try table(text).rows.map { $0[1] } == ["C:\\a\\", "C:\\b\\"])
  }

  @Test("can be single ones, if they stand at both ends of fields and no double ones do")
  func single() throws {
    let text = "'name','n'\n'Ada, L.','1,5'\n'O''Hara','2,5'\n"
    #expect(try sniff(text).quote == UInt8(ascii: "'"))
    #expect(try table(text).rows == [["Ada, L.", "1.5"], ["O'Hara", "2.5"]])
    let apostrophes = "id,phone\n'721,'+31\n'722,'+32\n"
    #expect(try sniff(apostrophes).quote == UInt8(ascii: "\""))
  }

  @Test("and delimiters are what the caller knows, if he does")
  func pinned() throws {
    var pins = DialectPins()
    (pins.delimiter, pins.quote, pins.header) = (UInt8(ascii: "~"), UInt8(ascii: "^"), .line(3))
    let text = "x~y\n1~2\na~b\n^1~2^~3\n"
    var reader = try CSVReader(source: BytesSource(text), pins: pins)
    #expect(reader.header == ["a", "b"])
    #expect(try allRows(&reader, kinds: ["a": .text]).rows == [["1~2", "3"]])
  }

  @Test(
    "aside, the first record names the columns unless it can only be data",
    arguments: [
      ("1,2\n3,4\n", false), ("ada@x.org,5,2026-01-01\nbo@x.org,7,2026-01-02\n", false),
      ("Ada,5\nBo,7\n", false), ("id,2023,2024\n7,5,6\n8,7,8\n", true), ("a,b\nx,y\n", true),
      ("name,2023,2024\nAda,5,6\nBo,7,8\n", true), ("a,5\nx,y\n", true),
      ("email,n\nada@x.org,5\n", true),
      (",n\nAda,5\n", true),
    ],
  )
  func header(text: String, hasHeader: Bool) throws {
    #expect(try sniff(text).hasHeader == hasHeader)
  }
}
