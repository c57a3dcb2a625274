import Testing

@testable import Tables

@Suite("Cleaning")
struct CleanerTests {
  private func cleaned(
    _ text: String,
    key: Int? = 0,
    tolerance: Double? = nil,
    columns: [Int] = [1, 2],
  ) throws -> Cleaned {
    let table = try table(text, kinds: ["id": .text, "a": .number, "b": .number])
    let checks = [
      RuleCheck(UnreadableValues(), columns: columns), RuleCheck(DuplicateKeys(), columns: [0]),
      RuleCheck(ZeroValues(), columns: columns), RuleCheck(NegativeValues(), columns: columns),
      RuleCheck(MissingValues(), columns: columns),
    ]
    return Cleaner(checks: checks, key: key, tolerance: tolerance).clean(table)
  }

  @Test(
    "gives each dropped row one reason: the first in the order, in the first column that breaks it"
  )
  func firstReason() throws {
    let cleaned = try cleaned("id,a,b\nA,0,\nB,x,-1\nC,-2,-3\nD,0,ten\nE,1,2\nF,1,no\n")
    #expect(
      cleaned.rejected == [
        RejectedRow(line: 2, column: "b", value: "", rule: "missing"),
        RejectedRow(line: 3, column: "b", value: "-1", rule: "negative"),
        RejectedRow(line: 4, column: "a", value: "-2", rule: "negative"),
        RejectedRow(line: 5, column: "a", value: "0", rule: "zero"),
        RejectedRow(line: 7, column: "b", value: "no", rule: "unreadable"),
      ]
    )
    #expect(cleaned.table.rows == [["E", "1", "2"]])
    #expect(cleaned.table.lines == [6])
    #expect(cleaned.counts.map(\.rows) == [1, 2, 1, 0, 1])
    #expect(cleaned.counts.map(\.rule) == Cleaner.order.filter { $0 != "test" })
    #expect(cleaned.count(of: "negative") == 2)
  }

  @Test("keeps the last row of a key that no other rule drops")
  func duplicates() throws {
    let cleaned = try cleaned("id,a,b\nA,1,1\nA,2,2\nA,0,3\nB,0,1\nB,0,2\nC,x,1\nC,1,1\n")
    #expect(cleaned.table.rows == [["A", "2", "2"], ["C", "1", "1"]])
    #expect(
      cleaned.rejected == [
        RejectedRow(line: 2, column: "id", value: "A", rule: "duplicate"),
        RejectedRow(line: 4, column: "a", value: "0", rule: "zero"),
        RejectedRow(line: 5, column: "a", value: "0", rule: "zero"),
        RejectedRow(line: 6, column: "a", value: "0", rule: "zero"),
        RejectedRow(line: 7, column: "id", value: "C", rule: "duplicate"),
      ]
    )
  }

  @Test("drops rows without a key as missing, whatever the tolerance")
  func keyless() throws {
    let cleaned = try cleaned("id,a,b\n,1,1\nNULL,1,1\nA,1,1\n", tolerance: 0.05)
    #expect(cleaned.rejected.map(\.rule) == ["missing", "missing"])
    #expect(cleaned.rejected.map(\.column) == ["id", "id"])
    #expect(cleaned.findings.isEmpty)
  }

  @Test("does not look at a column that more than the tolerated share of rows break, and says so")
  func tolerance() throws {
    let rows = (0..<100).map { "k\($0),\($0 < 6 ? 0 : 1),\($0 < 5 ? 0 : 1)" }
    let cleaned = try cleaned("id,a,b\n" + rows.joined(separator: "\n") + "\n", tolerance: 0.05)
    #expect(cleaned.rejected.map(\.column) == Array(repeating: "b", count: 5))
    #expect(
      cleaned.findings == [
        Finding(
          id: "rule-skips-column",
          column: "a",
          numbers: ["rows": 6, "share": 0.06],
          text: "The rule zero does not look at the column a, because 6 rows (6.0 %) break it: "
            + "that is how the column is, not dirt."
        )
      ]
    )
  }

  @Test("leaves a clean table, and a table without rows, as it is")
  func clean() throws {
    #expect(try cleaned("id,a,b\nA,1,1\n").rejected.isEmpty)
    let empty = try cleaned("id,a,b\n")
    #expect(empty.table.rowCount == 0)
    #expect(empty.counts.map(\.rows) == [0, 0, 0, 0, 0])
  }

  @Test(
    "of the seed file drops 35 missing, 15 negative and 4 zero, and keeps 55 002",
    .enabled(if: SharedData.isThere, "needs the shared data"),
  )
  func seed() throws {
    let bytes = try SharedData.bytes("seed/dataset_ecommerce.csv")
    var reader = try CSVReader(source: BytesSource(bytes))
    #expect(reader.samples.map(\.kind) == [.text] + Array(repeating: .number, count: 6))
    let table = try allRows(&reader)
    let numbers = Array(1...6)
    let checks = [
      RuleCheck(MissingValues(), columns: numbers), RuleCheck(NegativeValues(), columns: numbers),
      RuleCheck(ZeroValues(), columns: numbers), RuleCheck(DuplicateKeys(), columns: [0]),
      RuleCheck(UnreadableValues(), columns: numbers),
    ]
    let cleaned = Cleaner(checks: checks, key: 0).clean(table)
    #expect(reader.recordsRead == 55_056)
    #expect(cleaned.counts.map(\.rows) == [35, 15, 4, 0, 0])
    #expect(cleaned.table.rowCount == 55_002)
    #expect(cleaned.rejected.count == 54)
    #expect(Set(cleaned.rejected.map(\.line)).count == 54)
  }
}
