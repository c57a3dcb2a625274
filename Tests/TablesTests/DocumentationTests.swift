import Testing

@testable import Tables

/// The rule of the page on adding one.
private struct LargeValues: CleaningRule {
  let name = "large"
  let bound: Double

  func brokenRows(of column: Column, standing: [Bool]) -> [Int] {
    switch column.values {
    case .numbers(let column):
      column.values.indices.filter { column.states[$0] == .value && column.values[$0] > bound }
    case .dates, .texts: []
    }
  }
}

@Suite("The examples of the documentation")
struct DocumentationTests {
  @Test("read and clean as the front page says")
  func frontPage() throws {
    var reader = try CSVReader(source: BytesSource("id;spend\nA;12,50\nB;-3\nA;7\n"))
    let plan = [
      ColumnPlan(index: 0, name: "id", kind: .text),
      ColumnPlan(index: 1, name: "spend", kind: .number),
    ]
    let cleaner = Cleaner(
      checks: [
        RuleCheck(NegativeValues(), columns: [1]),
        RuleCheck(DuplicateKeys(), columns: [0]),
      ],
      key: 0,
      tolerance: nil,
    )
    let batch = try #require(try reader.nextBatch(of: plan))
    let cleaned = cleaner.clean(batch)
    #expect(cleaned.table.rows == [["A", "7"]])
    #expect(cleaned.rejected.map(\.rule) == ["duplicate", "negative"])
    #expect(cleaned.rejected.map(\.line) == [2, 3])
  }

  @Test("read an open date in the order that the caller knows, as the page on forms says")
  func openDates() throws {
    var reader = try CSVReader(source: BytesSource("when,spent\n05/06/2025,\"1.234,50 €\"\n"))
    #expect(reader.dateOrderDoubt.isOpen)
    reader.readDates(in: .dmy)
    let plan = reader.samples.map { ColumnPlan(index: $0.index, name: $0.name, kind: $0.kind) }
    let table = try reader.nextBatch(of: plan)
    #expect(table?.rows == [["2025-06-05", "1234.5"]])
  }

  @Test("add a rule of one's own, whose reason counts after ours")
  func ownRule() throws {
    let checks = [
      RuleCheck(LargeValues(bound: 10), columns: [0]), RuleCheck(ZeroValues(), columns: [1]),
    ]
    let cleaned = Cleaner(checks: checks, key: nil, tolerance: nil)
      .clean(try table("a,b\n11,0\n12,1\n3,1\n"))
    #expect(cleaned.rejected.map(\.rule) == ["zero", "large"])
    #expect(cleaned.counts.map(\.rule) == ["zero", "large"])
  }
}
