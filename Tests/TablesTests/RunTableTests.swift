import Testing

@testable import Tables

@Suite("A table in runs")
struct RunTableTests {
  /// Lines of orders, some of which are odd in the columns that orders share.
  private func export(seed: UInt64) -> [UInt8] {
    var generator = SplitMix(seed: seed)
    func one(_ texts: [String]) -> String { texts[Int(generator.next() % UInt64(texts.count))] }
    // Every other file is plain ASCII; the third kind has a byte that is no UTF-8.
    let towns = [["Bonn", "Ulm"], ["Köln", "Ulm"], ["\u{1}", "Ulm", "Köln"]][Int(seed % 3)]
    // 13/04 shows the order of days only further down the file.
    let days = [["03/04/2025", "05/06/2025"], ["2025-04-13", "soon", ""]][Int(seed % 2)]
    var text = "order,town,day,price,note\n"
    for _ in 0..<400 {
      let head =
        "\(generator.next() % 50),\(one([one(towns), "\"\(one(towns))\"", ""])),\(one(days))"
      for _ in 0..<(1 + generator.next() % 5) {
        text += one([head, head, head, "7"]) + ",\(generator.next() % 900),\(one(towns))\n"
      }
    }
    if seed % 2 == 0 { text += "1,Ulm,13/04/2025,5,x\n1,Ulm,04/13/2025,5,x\n" }
    return text.utf8.map { $0 == 1 ? 0xff : $0 }
  }

  private func reader(_ bytes: [UInt8]) throws -> CSVReader {
    var limits = CSVLimits()
    limits.blockBytes = 2_000
    limits.headBytes = 600
    var pins = DialectPins()
    pins.encoding = .utf8
    return try CSVReader(source: BytesSource(bytes), limits: limits, pins: pins)
  }

  private func plan(_ heads: ColumnPlan.Place, _ rest: ColumnPlan.Place = .rows) -> [ColumnPlan] {
    let kinds: [ColumnKind] = [.text, .text, .date, .number, .text]
    return kinds.enumerated().map { index, kind in
      var plan = ColumnPlan(index: index, name: "\(index)", kind: kind)
      plan.place = index < 3 ? heads : index == 4 ? rest : .rows
      return plan
    }
  }

  @Test(
    "says of every row what is said row by row, and finds as much that is odd",
    arguments: 1...12 as ClosedRange<UInt64>
  )
  func sameCells(seed: UInt64) throws {
    let bytes = export(seed: seed)
    var (slow, fast) = (try reader(bytes), try reader(bytes))
    var rows: [[String]] = []
    while let batch = try slow.nextBatch(of: plan(.rows)) { rows += batch.rows }
    var (found, runs): ([[String]], Int) = ([], 0)
    while let batches = try fast.nextBatches(of: plan(.heads), { $0 }) {
      for (table, _) in batches {
        for run in 0..<table.runCount {
          for row in table.rows(of: run) {
            found.append(table.heads.rows[run] + table.rows.rows[row])
          }
        }
        runs += table.runCount
      }
    }
    #expect(found == rows, "seed \(seed)")
    #expect(fast.findings == slow.findings, "seed \(seed)")
    #expect(fast.recordsRead == rows.count)
    if seed % 6 == 1 { #expect(runs < rows.count, "seed \(seed)") }
  }

  @Test("counts texts that cannot be decoded also in columns that nobody wants")
  func nowhere() throws {
    let bytes = export(seed: 2)
    var (slow, fast) = (try reader(bytes), try reader(bytes))
    while try slow.nextBatch(of: plan(.rows)) != nil {}
    while let batches = try fast.nextBatches(of: plan(.heads, .nowhere), { $0 }) {
      #expect(batches.allSatisfy { $0.result.rows.columns.map(\.name) == ["3"] })
    }
    #expect(slow.findings.contains { $0.id == "undecodable-text" })
    #expect(fast.findings == slow.findings)
  }
}
