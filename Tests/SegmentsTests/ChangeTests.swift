import Foundation
import Testing

@testable import Segments

@Suite("What has changed since the run before")
struct ChangeTests {
  /// Runs over growing ledgers, each looking back on those before.
  static func runs(_ files: [[String]], recipe: Recipe = Recipe()) throws -> [Study] {
    let pipeline = Pipeline(dataset: "shop", recipe: recipe)
    var ledger = Ledger()
    var past = PastRuns()
    var studies: [Study] = []
    for (number, batch) in files.enumerated() {
      for text in batch {
        try ledger.merge(try pipeline.harvest(SmallShop.export(text), fitting: ledger))
      }
      let study = try pipeline.study(ledger, after: past)
      var memory = study.memory
      memory.run = "run\(number + 1)"
      past.append(memory, study)
      studies.append(study)
    }
    return studies
  }

  static func quick() -> Recipe {
    var recipe = Recipe()
    recipe.selection.methods = [MethodChoice(method: "kmeans", parameters: ["k": 3])]
    return recipe
  }

  /// Three kinds of customers, `shift` of whom have moved from the first kind to the second.
  static func customers(_ count: Int, moved: Int = 0, from start: Int = 0) -> String {
    var text = "customer_id,visits,total_spent\n"
    for number in start..<start + count {
      let kind = number % 3 == 0 && number < 3 * moved ? 1 : number % 3
      let wobble = Double(number % 7) / 10
      text += "c\(number),\(2 + kind * 20 + number % 4),\(10 + Double(kind) * 100 + wobble)\n"
    }
    return text
  }

  @Test("is nothing on a first run")
  func first() throws {
    let report = try Self.runs([[Self.customers(300)]], recipe: Self.quick())[0].report
    #expect(report.migration == nil && report.drift == nil && report.trend == nil)
    #expect(report.segments.map(\.id) == [1, 2, 3])
    #expect(report.segments.allSatisfy { $0.continuity == nil })
    #expect(report.continuity?.segments.map(\.relation) == [.new, .new, .new])
  }

  @Test("keeps what the run before said of its measures and segments")
  func before() throws {
    let files = [[Self.customers(300)], [Self.customers(360, moved: 40)]]
    let reports = try Self.runs(files, recipe: Self.quick()).map(\.report)
    #expect(reports[0].before == nil)
    #expect(reports[1].before == SegmentReport.Before(reports[0]))
    #expect(reports[1].before?.customers == 300)
    #expect(try SegmentReport.Before(report: reports[0].json()) == reports[1].before)
  }

  @Test("counts who moved, with their money, and lists them")
  func migration() throws {
    let studies = try Self.runs(
      [[Self.customers(300)], [Self.customers(300, moved: 40)]],
      recipe: Self.quick(),
    )
    let report = studies[1].report
    let migration = try #require(report.migration)
    #expect(migration.previousRun == "run1")
    #expect(migration.stayed == 260 && migration.moved == 40)
    #expect(migration.counts.joined().reduce(0, +) == 300)
    #expect(studies[1].movers.count == 40)
    #expect(studies[1].movers.allSatisfy { $0.from != $0.to && $0.from != nil })
    let value = studies[1].movers.reduce(0) { $0 + ($1.value ?? 0) }
    #expect((try #require(migration.movedValue) - value).magnitude < 0.01)
    #expect(report.segments.allSatisfy { $0.continuity == "kept" })
    #expect(report.findings.contains { $0.id == "moved" && $0.numbers["customers"] == 40 })
    #expect(report.findings.contains { $0.id == "stayed" })
  }

  @Test("knows new customers from those who come back, and says who is gone")
  func people() throws {
    var recipe = Self.quick()
    recipe.snapshot = .full
    let pipeline = Pipeline(dataset: "shop", recipe: recipe)
    var (past, studies) = (PastRuns(), [Study]())
    var ledger = Ledger()
    let days: [(String, String)] = [
      ("a-2026-01-01.csv", Self.customers(300)),
      ("b-2026-01-02.csv", Self.customers(270)),
      ("c-2026-01-03.csv", Self.customers(330)),
    ]
    for (name, text) in days {
      let export = SmallShop.export(text, name: name)
      try ledger.merge(try pipeline.harvest(export, fitting: ledger))
      let study = try pipeline.study(ledger, after: past)
      past.memories.append(study.memory)
      past.members = study.members
      studies.append(study)
    }
    let second = try #require(studies[1].report.migration?.people)
    #expect(second.gone.customers == 30 && second.lost.customers == 30)
    #expect(second.new.customers == 0)
    let third = try #require(studies[2].report.migration?.people)
    #expect(third.new.customers == 30 && third.returned.customers == 30)
    #expect(third.gone.customers == 0)
  }

  @Test("measures drift in the tenths of the baseline and shows the bins")
  func drift() throws {
    let same = try Self.runs([[Self.customers(300)], [Self.customers(300)]], recipe: Self.quick())
    let still = try #require(same[1].report.drift)
    #expect(still.features.allSatisfy { $0.psi == 0 && $0.band == "none" })
    #expect(still.mix?.psi == 0)
    let moved = try Self.runs(
      [[Self.customers(300)], [Self.customers(300, moved: 90)]],
      recipe: Self.quick(),
    )
    let drift = try #require(moved[1].report.drift)
    let spend = try #require(drift.features.first { $0.name == "total_spent" })
    #expect(spend.band == "significant")
    #expect(spend.before.reduce(0, +) == 300 && spend.now.reduce(0, +) == 300)
    #expect(spend.edges == spend.edges.sorted() && spend.before.count == spend.edges.count + 2)
    let slow = zip(spend.before, spend.now).reduce(0.0) { sum, pair in
      guard pair.0 + pair.1 > 0 else { return sum }
      let (p, q) = (max(0.0001, Double(pair.0) / 300), max(0.0001, Double(pair.1) / 300))
      return sum + (p - q) * log(p / q)
    }
    #expect((spend.psi - slow).magnitude < 1e-12)
  }

  @Test("measures drift against the run that was chosen, and says where there is none")
  func baseline() throws {
    let files = [0, 60, 90].map { [Self.customers(300, moved: $0)] }
    func last(_ choice: String) throws -> SegmentReport {
      var recipe = Self.quick()
      recipe.continuity.baseline = BaselineChoice(choice)
      return try #require(Self.runs(files, recipe: recipe).last).report
    }
    let (first, previous) = (try last("first"), try last("previous"))
    #expect(first.drift?.baselineRun == "run1" && previous.drift?.baselineRun == "run2")
    #expect(try last("run1").drift == first.drift && last("run2").drift == previous.drift)
    let psi = [first, previous].compactMap { $0.drift?.features.map(\.psi).max() }
    #expect(psi.count == 2 && psi[0] > psi[1])
    let unknown = try last("run7")
    #expect(unknown.drift == nil && unknown.findings.first?.id == "unknown-baseline")
    #expect(unknown.quality.checks.contains { $0.id == "unknown-baseline" && $0.status == "check" })
    #expect(first.findings.allSatisfy { $0.id != "unknown-baseline" })
  }

  @Test("puts all runs in a row, with the sizes of every segment that ever was")
  func trend() throws {
    let studies = try Self.runs(
      (0..<4).map { [Self.customers(300, moved: 10 * $0)] },
      recipe: Self.quick(),
    )
    let trend = try #require(studies[3].report.trend)
    #expect(trend.runs.map(\.run) == ["run1", "run2", "run3", nil])
    #expect(trend.runs.map(\.rows) == [300, 300, 300, 300])
    #expect(trend.segments.allSatisfy { $0.sizes.count == 4 })
    for run in 0..<4 {
      #expect(trend.segments.reduce(0) { $0 + (($1.sizes[run]) ?? 0) } == 300)
    }
  }

  @Test("keeps names while they are true and says when one is not")
  func names() throws {
    let studies = try Self.runs(
      [[Self.customers(300)], [Self.customers(330)], [Self.customers(360)]],
      recipe: Self.quick(),
    )
    for study in studies.dropFirst() {
      let names = study.report.segments.map { "\($0.id) \($0.name)" }
      #expect(names.sorted() == studies[0].report.segments.map { "\($0.id) \($0.name)" }.sorted())
      #expect(study.report.continuity?.segments.allSatisfy { $0.formerName == nil } == true)
    }
    var memory = studies[0].memory
    memory.run = "odd"
    memory.segments[0].name = "People of the moon"
    let pipeline = Pipeline(dataset: "shop", recipe: Self.quick())
    let ledger = try SmallShop.ledger([("shop.csv", Self.customers(300))], recipe: Self.quick())
    let past = PastRuns(memories: [memory], members: studies[0].members)
    let report = try pipeline.study(ledger, after: past).report
    let renamed = report.continuity?.segments.compactMap(\.formerName)
    #expect(renamed == ["People of the moon"])
    #expect(report.findings.contains { $0.id == "renamed" })
  }

  @Test("warns of gaps and minus signs in columns whose rules do not look, and of returns")
  func limitsOfSkippedRules() throws {
    func table(_ day: Int, gaps: Int, minus: Int) -> String {
      var lines = Self.customers(300).split(separator: "\n").map(String.init)
      for row in 0..<gaps + minus {
        var cells = lines[1 + row].split(separator: ",").map(String.init)
        cells[1] = row < gaps ? "" : "-\(day + 1)"
        lines[1 + row] = cells.joined(separator: ",")
      }
      return lines.joined(separator: "\n") + "\n"
    }
    let usual = (0..<9).map { [table($0, gaps: 30 + $0 % 3, minus: 24 + $0 % 3)] }
    let gaps = try Self.runs(usual + [[table(9, gaps: 90, minus: 24)]], recipe: Self.quick())
    let ids = gaps[9].report.findings.map(\.id).filter { $0.hasPrefix("unusual") }
    #expect(ids == ["unusual-missing"])
    #expect(gaps[8].report.findings.allSatisfy { !$0.id.hasPrefix("unusual") })
    let minus = try Self.runs(usual + [[table(9, gaps: 30, minus: 72)]], recipe: Self.quick())
    #expect(minus[9].report.findings.first?.id == "unusual-negative")

    func orders(_ day: Int, returns: Int) -> String {
      "order,customer,date,price,quantity\n"
        + (0..<100).map { row in
          "\(day * 100 + row),k\(row),2024-01-0\(day + 1),\(5 + row % 7),\(row < returns ? -1 : 1)\n"
        }.joined()
    }
    let days = (0..<8).map { [orders($0, returns: 4 + $0 % 2)] }
    let back = try Self.runs(days + [[orders(8, returns: 15)]], recipe: Self.quick())
    let first = try #require(back[8].report.findings.first)
    #expect(first.id == "unusual-returns" && first.numbers["value"] == 0.15)
    let same = try Self.runs(days + [[orders(8, returns: 5)]], recipe: Self.quick())
    #expect(same[8].report.findings.allSatisfy { !$0.id.hasPrefix("unusual") })
  }

  @Test("warns of deliveries that are unlike all earlier ones, and of new columns")
  func limits() throws {
    let clean = (0..<9).map { [Self.customers(300 + $0 % 3)] }
    let dirty = (0..<12).map { "d\($0),,\n" }.joined()
    let studies = try Self.runs(clean + [[Self.customers(300) + dirty]], recipe: Self.quick())
    #expect(studies[8].report.findings.allSatisfy { !$0.id.hasPrefix("unusual") })
    #expect(studies[9].report.findings.first?.id == "unusual-missing")
    #expect(studies[9].report.quality.checks.contains { $0.id == "unusual-missing" })
    let larger = try Self.runs(clean + [[Self.customers(450)]], recipe: Self.quick())
    #expect(larger[9].report.findings.first?.id == "unusual-rows")
    let wider = Self.customers(300).replacingOccurrences(of: "\n", with: ",x\n")
      .replacingOccurrences(of: "total_spent,x", with: "total_spent,extra")
    let report = try Self.runs([[Self.customers(300)], [wider]], recipe: Self.quick())[1].report
    #expect(report.findings.first?.id == "new-columns")
  }

  @Test("survives its own bytes")
  func bytes() throws {
    let study = try Self.runs([[SmallShop.orders(customers: 120)]])[0]
    #expect(try Membership(bytes: study.members.bytes) == study.members)
    #expect(study.members.bytes.count < 40 * study.members.members.count)
    var damaged = study.members.bytes
    damaged.removeLast(2)
    #expect(throws: SegmentError.self) { try Membership(bytes: damaged) }
    let json = try JSONEncoder().encode(study.memory)
    #expect(try JSONDecoder().decode(RunMemory.self, from: json) == study.memory)
  }
}
