import Testing

@testable import Tables

@Suite("Records that are none")
struct StrayRecordTests {
  private func read(_ text: String) throws -> (lines: [Int], findings: [String]) {
    var reader = try CSVReader(source: BytesSource(text))
    let table = try allRows(&reader)
    #expect(reader.recordsRead == table.rowCount)
    return (table.lines, reader.findings.map(\.id))
  }

  @Test("are a header that comes again, as joined exports have it")
  func header() throws {
    let (lines, findings) = try read("id,n,x\n1,2,3\nid,n,x\n4,5,6\nid,n,y\n")
    #expect(lines == [2, 4, 5])
    #expect(findings == ["repeated-header"])
  }

  @Test(
    "are remarks and sums of programs",
    arguments: [
      "83 record(s) downloaded", "Seller ID : shop7", "Seller ID : shop7,,",
      "\"Made on 2026-11-01\"",
      "Total,,12", "Grand total:,,12", "\"Summe\",,12", "TOTALE,,3", ",Total,3",
    ],
  )
  func footers(line: String) throws {
    let (lines, findings) = try read("id,n,x\n1,2,3\n4,5,6\n\(line)\n")
    #expect(lines == [2, 3])
    #expect(findings == ["footer"])
  }

  @Test(
    "are not records with few cells, or full ones that begin with such a word",
    arguments: ["7", "Ada", "Total,2,3", "Totalia,,3", "Pia Palm,,", "a 1,2"],
  )
  func records(line: String) throws {
    #expect(try read("id,n,x\n1,2,3\n4,5,6\n\(line)\n").lines == [2, 3, 4])
  }

  @Test("are no matter in tables of one or two columns")
  func narrow() throws {
    #expect(try read("note,n\nOrder 66 done,1\nTotal,\n").lines == [2, 3])
    #expect(try read("note\nOrder 66 done\n").lines == [2])
  }

  @Test("of eBay, before and below the table, are skipped")
  func ebay() throws {
    let text =
      "\n\"Orders report\"\n\n\"Sales Record Number\",\"Order Number\",\"Buyer Username\",\"Sold For\"\n"
      + "\n7,12-1,ada,$45.99\n8,12-2,bo,$5.00\n\n2 record(s) downloaded\n\"Seller ID : me\"\n"
    let (lines, findings) = try read(text)
    #expect(lines == [6, 7])
    #expect(findings == ["preamble", "blank-lines", "footer"])
  }
}
