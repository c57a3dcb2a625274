import Testing

@testable import Tables

@Suite("The reader")
struct CSVReaderTests {
  private let people = "name,spend,seen\nAda,12.5,2026-05-01\nBo,7,2026-06-01\n"

  @Test("gives typed columns with the line of each row")
  func typed() throws {
    let table = try table(people)
    #expect(table.lines == [2, 3])
    #expect(table.column(named: "name")?.texts == TextColumn(["Ada", "Bo"]))
    #expect(table.column(named: "spend")?.numbers == NumberColumn([12.5, 7]))
    #expect(table.column(named: "seen")?.dates?.days == [20574, 20605])
    #expect(table.column(named: "nobody") == nil)
  }

  @Test("reads only the columns of the plan, in its order and under its names")
  func plan() throws {
    var reader = try CSVReader(source: BytesSource(people))
    let plan = [
      ColumnPlan(index: 1, name: "money", kind: .text),
      ColumnPlan(index: 0, name: "who", kind: .text),
    ]
    let batch = try #require(try reader.nextBatch(of: plan))
    #expect(batch.rows == [["12.5", "Ada"], ["7", "Bo"]])
    #expect(batch.columns.map(\.name) == ["money", "who"])
    #expect(try reader.nextBatch(of: plan) == nil)
    #expect(reader.recordsRead == 2)
  }

  @Test("gives no rows for a header alone, and no error")
  func headerOnly() throws {
    var reader = try CSVReader(source: BytesSource("a,b\n"))
    #expect(reader.header == ["a", "b"])
    #expect(try reader.nextBatch(of: []) == nil)
    #expect(reader.recordsRead == 0)
  }

  @Test("counts rows even if no column is asked for")
  func emptyPlan() throws {
    var reader = try CSVReader(source: BytesSource(people))
    #expect(try reader.nextBatch(of: [])?.rowCount == 2)
  }

  @Test("reads a file of one column without any delimiter")
  func oneColumn() throws {
    let table = try table("email\nada@example.com\nbo@example.com")
    #expect(table.rows == [["ada@example.com"], ["bo@example.com"]])
  }

  @Test("calls the columns by number if the first record holds only numbers")
  func noHeader() throws {
    var reader = try CSVReader(source: BytesSource("1,2.5\n3,4\n"))
    #expect(reader.header == ["column 1", "column 2"])
    #expect(reader.dialect.hasHeader == false)
    #expect(reader.findings.map(\.id) == ["no-header"])
    #expect(try allRows(&reader).lines == [1, 2])
  }

  @Test("names blank and repeated headers, and says so")
  func headers() throws {
    let reader = try CSVReader(source: BytesSource(" a ,,a,a (2),\nx,x,x,x,x\n"))
    #expect(reader.header == ["a", "column 2", "a (3)", "a (2)", "column 5"])
    #expect(reader.findings.map(\.id) == ["blank-header", "duplicate-header"])
  }

  @Test("cuts names of columns that are too long, between two characters, and says so")
  func longHeader() throws {
    let long = String(repeating: "\u{1F6CD}\u{FE0F}", count: 60)
    let reader = try CSVReader(source: BytesSource("id,\(long),\(long)\n1,2,3\n"))
    #expect(reader.header[1].utf8.count <= 256 && long.hasPrefix(reader.header[1]))
    #expect(reader.header[2] == reader.header[1] + " (2)")
    #expect(reader.findings.map(\.id) == ["long-header", "duplicate-header"])
    #expect(reader.findings.first?.numbers == ["columns": 2])
  }

  @Test("fills short records, cuts long ones, skips blank lines, and names the lines")
  func ragged() throws {
    var reader = try CSVReader(source: BytesSource("a,b,c\n1,2,x\n1\n\n1,2,x,y\n1,2,x,,\n  \n"))
    let table = try allRows(&reader)
    #expect(table.rows == [["1", "2", "x"], ["1", "", ""], ["1", "2", "x"], ["1", "2", "x"]])
    #expect(table.lines == [2, 3, 5, 6])
    #expect(reader.recordsRead == 4)
    #expect(reader.findings.map(\.id) == ["short-records", "long-records", "blank-lines"])
    #expect(reader.findings.map(\.line) == [3, 5, 4])
    #expect(
      reader.findings[0].text
        == "1 record has fewer than 3 fields (line 3); the cells that are not there count as empty."
    )
    #expect(reader.findings[2].text == "2 blank lines were skipped (lines 4, 7).")
  }

  @Test("keeps the number of findings small, however many lines are wrong")
  func boundedFindings() throws {
    var reader = try CSVReader(source: BytesSource("a,b\n" + String(repeating: "1\n", count: 5000)))
    _ = try allRows(&reader)
    #expect(reader.findings.count == 1)
    #expect(reader.findings[0].numbers["count"] == 5000)
    #expect(
      reader.findings[0].text.hasPrefix(
        "5000 records have fewer than 2 fields (first lines 2, 3, 4, 5, 6)"
      )
    )
  }

  @Test("counts lines through line breaks within quotes, of any kind")
  func lines() throws {
    let table = try table("a,b\r\n\"x\r\ny\",1\r\"x\ny\rz\",2\nx,3\r\n")
    #expect(table.lines == [2, 4, 7])
    #expect(table.column(named: "a")?.texts?.string(at: 1) == "x\ny\rz")
  }

  @Test("takes a quote within an unquoted field for text, and text after a closing quote too")
  func strayQuotes() throws {
    let table = try table("a,b\n5\" nail,1\n\"x\"y \"z\",2\n\"he said \"\"hi\"\"\",3\n")
    #expect(table.rows.map { $0[0] } == ["5\" nail", "xy \"z\"", "he said \"hi\""])
  }

  @Test("reads quoted numbers and dates like others")
  func quotedNumbers() throws {
    let table = try table("a,b\n\"1,234.50\",\"2026-05-01\"\n\" 7 \",\" 2026-05-02 \"\n")
    #expect(table.column(named: "a")?.numbers == NumberColumn([1234.5, 7]))
    #expect(table.column(named: "b")?.dates?.days == [20574, 20575])
  }

  @Test("marks empty and unreadable cells, and keeps what stood there")
  func states() throws {
    let table = try table(
      "a,b\n1,2026-05-01\n,\nNA,null\nten,1969-12-31\n$5,31/31/2026\n",
      kinds: ["a": .number, "b": .date],
    )
    let numbers = try #require(table.column(named: "a")?.numbers)
    let dates = try #require(table.column(named: "b")?.dates)
    #expect(numbers.states == [.value, .missing, .missing, .unreadable, .value])
    #expect(numbers.raw == [3: "ten"])
    #expect(numbers[4] == 5)
    #expect(dates.states == [.value, .missing, .missing, .unreadable, .unreadable])
    #expect(dates.raw == [3: "1969-12-31", 4: "31/31/2026"])
  }

  @Test("trims blanks and no-break spaces from texts")
  func trims() throws {
    #expect(try table("a,b\n \t x\u{a0},1\n\" y \",2\n").rows == [["x", "1"], ["y", "2"]])
  }

  @Test("keeps dates as written: no zone moves the day")
  func zones() throws {
    let table = try table("a,b\n2026-05-01 23:30:00 -0400,1\n2026-05-01T00:10:00+09:00,2\n")
    let dates = try #require(table.column(named: "a")?.dates)
    #expect(dates.days == [20574, 20574])
    #expect(dates.seconds == [84600, 600])
    #expect(dates.offsetMinutes == [-240, 540])
  }

  @Test("says when the last line has no line break")
  func noFinalBreak() throws {
    var reader = try CSVReader(source: BytesSource("a,b\n1,2"))
    _ = try allRows(&reader)
    #expect(reader.findings.map(\.id) == ["no-final-line-break"])
  }

  @Test("counts zero bytes")
  func zeroBytes() throws {
    let text = "a,b\n" + String(repeating: "some text,1\n", count: 50) + "x\0y,2\n"
    var reader = try CSVReader(source: BytesSource(text))
    _ = try allRows(&reader)
    #expect(reader.findings.map(\.id) == ["zero-bytes"])
  }

  @Test("judges columns by their first records")
  func samples() throws {
    let text = "id,amount,day,note\n7,1.5,2026-05-01,x\n8,,2026-05-02,x\n9,2,2026-05-03,\n"
    let samples = try CSVReader(source: BytesSource(text)).samples
    #expect(samples.map(\.kind) == [.number, .number, .date, .text])
    #expect(samples.map(\.isUnique) == [true, true, true, false])
    #expect(samples.map(\.isWholeNumbers) == [true, false, false, false])
    #expect(samples[1].emptyShare == 1.0 / 3)
    #expect(samples[3].distinctShare == 0.5)
    #expect(samples[3].values == ["x", "x", ""])
  }

  @Test("takes eight digits for dates only if nearly all of them are days")
  func compactDates() throws {
    let dates = try CSVReader(source: BytesSource("id,d\n1,19970101\n2,19970118\n")).samples
    #expect(dates[1].kind == .date)
    let numbers = try CSVReader(source: BytesSource("id,d\n1,19970101\n2,19979918\n")).samples
    #expect(numbers[1].kind == .number)
  }

  @Test(
    "reads the same whatever the size of blocks and batches",
    arguments: [1, 2, 3, 7, 64, 4096]
  )
  func blocks(blockBytes: Int) throws {
    var text = "key;when;spend;note\r\n"
    for row in 0..<300 {
      text += "k\(row);\(row % 28 + 1).03.2026 10:0\(row % 10);\"1.\(100 + row),5\";"
      text += row % 7 == 0 ? "\"two\r\nlines; \"\"é\"\"\"\r\n" : "ünïcode\(row)\r\n"
      if row % 50 == 0 { text += "\r\nshort\r\n" }
    }
    var limits = CSVLimits()
    (limits.blockBytes, limits.headBytes, limits.batchRows) = (blockBytes, 1000, 17)
    var small = try CSVReader(source: BytesSource(text), limits: limits)
    var large = try CSVReader(source: BytesSource(text))
    #expect(try allRows(&small) == allRows(&large))
    #expect(small.findings == large.findings)
    #expect(small.dialect == large.dialect)
  }

  @Test("passes on what went wrong while reading")
  func sourceFails() throws {
    struct Failing: ByteSource {
      mutating func read(into block: inout [UInt8]) throws(TableError) -> Int {
        throw .sourceFailed("input/output error", at: 4096)
      }
    }
    #expect(throws: TableError.sourceFailed("input/output error", at: 4096)) {
      _ = try CSVReader(source: Failing())
    }
  }
}
