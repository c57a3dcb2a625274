import Foundation
import Segments
import Storage
import Testing

@testable import Daemon

@Suite("The memory of the house")
struct KeptRunsTests {
  /// Order lines of so many customers; another part has other orders of the same people.
  static func orders(_ count: Int, part: Int = 0, extra: Int = 0) -> String {
    var text = "order,customer,date,amount\n"
    for customer in 0..<count {
      for order in 0...(customer % 3 + extra) {
        let day = 1 + (customer * 3 + order * 5 + part) % 28
        let month = 1 + part % 12
        let padded = (day < 10 ? "0" : "") + "\(day)"
        let monthText = (month < 10 ? "0" : "") + "\(month)"
        text += "\(part)-\(customer)-\(order),k\(customer),2024-\(monthText)-\(padded),"
        text += "\(5 + (customer % 3) * 40 + order).25\n"
      }
    }
    return text
  }

  static func house(_ more: String = "") throws -> TemporaryHouse {
    try TemporaryHouse(
      yaml: """
        watch: {settle: 10ms}
        datasets: {shop: {selection: {methods: [{kmeans: {k: 3}}]}}}
        \(more)
        """
    )
  }

  /// Three months, a run each.
  static func threeRuns(_ more: String = "") throws -> TemporaryHouse {
    let house = try house(more)
    for part in 0..<3 {
      try house.drop("shop-\(part).csv", orders(40 + part * 5, part: part))
      try house.carry()
    }
    return house
  }

  private func report(_ house: TemporaryHouse, _ run: String) throws -> SegmentReport {
    let json = try house.text(house.outbox.appending(path: run + "/report.json"))
    return try SegmentReport(json: Array(json.utf8))
  }

  @Test("keeps ids and names from run to run and tells who moved")
  func continuity() throws {
    let house = try Self.threeRuns()
    let runs = try house.runs()
    #expect(runs.count == 3)
    let first = try report(house, runs[0])
    let last = try report(house, runs[2])
    #expect(first.migration == nil)
    #expect(last.migration?.previousRun == runs[1].split(separator: "/").last.map(String.init))
    #expect(last.trend?.runs.count == 3)
    #expect(Set(last.segments.map(\.id)).isSubset(of: Set(1...9)))
    let movers = try house.text(house.outbox.appending(path: runs[2] + "/movers.csv"))
    #expect(movers.hasPrefix("\"customer\",\"from id\",\"from\",\"to id\",\"to\",\"value\"\r\n"))
    let moved = last.migration?.moved ?? 0
    #expect(movers.split(separator: "\r\n").count >= 1 + moved)
  }

  @Test("tells who moved between any two runs, as the report does between neighbors")
  func flow() throws {
    let house = try Self.threeRuns()
    let runs = try house.runs()
    let names = runs.map { $0.split(separator: "/").last.map(String.init) ?? "" }
    let last = try #require(try report(house, runs[2]).migration)
    let flow = try Flow(house.settings, dataset: "shop", from: names[1], to: "latest")
    #expect(flow.from == names[1] && flow.to == names[2])
    for (i, from) in last.from.enumerated() {
      for (j, to) in last.to.enumerated() {
        let move = flow.moves.first {
          $0.from.id == (from.kind == "new" ? nil : from.id)
            && $0.to.id == (to.kind == "gone" ? nil : to.id)
        }
        #expect(last.counts[i][j] == move?.customers ?? 0, "\(from.name) to \(to.name)")
        #expect(last.value?[i][j] ?? 0 == move?.value ?? 0, "\(from.name) to \(to.name)")
      }
    }
    let far = try Flow(house.settings, dataset: "shop", from: names[0], to: names[2])
    let customers = try report(house, runs[2]).customers
    #expect(far.moves.filter { $0.to.id != nil }.reduce(0) { $0 + $1.customers } == customers)
    #expect(throws: Failure.self) {
      try Flow(house.settings, dataset: "shop", from: "nothing", to: "latest")
    }
  }

  @Test("lists the movers between any two runs, as the publication does between neighbors")
  func movers() throws {
    let house = try Self.threeRuns()
    let runs = try house.runs()
    let names = runs.map { $0.split(separator: "/").last.map(String.init) ?? "" }
    let file = house.root.appending(path: "movers.csv")
    func write(_ from: Int) throws -> Int {
      try Flow(house.settings, dataset: "shop", from: names[from], to: "latest")
        .writeMovers(to: file.path, house.settings)
    }
    _ = try write(1)
    let published = house.outbox.appending(path: runs[2] + "/movers.csv")
    #expect(try house.text(file) == house.text(published))
    let far = try write(0)
    let flow = try Flow(house.settings, dataset: "shop", from: names[0], to: "latest")
    let moved = flow.moves.filter { $0.from != $0.to }.reduce(0) { $0 + $1.customers }
    #expect(far == moved && far > 0)
    #expect(try house.text(file).split(separator: "\r\n").count == far + 1)
    #expect(try write(2) == 0)
  }

  @Test("gives a file that tells nothing new a receipt and no publication, unless asked to")
  func nothingNew() throws {
    let house = try Self.threeRuns()
    let half = Self.orders(20, part: 1)
    try house.drop("shop/again.csv", half)
    try house.carry()
    #expect(try house.runs().count == 3)
    #expect(try house.store().counts()["accepted"] == 4)
    let last = try #require(try house.store().accepted(of: "shop").last)
    #expect(!last.isNews && last.run == nil && last.acceptance == 4)
    let asked = try Self.threeRuns("report: {unchanged: publish}")
    try asked.drop("shop/again.csv", half)
    try asked.carry()
    #expect(try asked.runs().count == 4)
  }

  @Test("repeats all recorded runs from the accepted files and finds everything as it was")
  func replay() throws {
    let house = try Self.threeRuns()
    try house.drop("shop/again.csv", Self.orders(20, part: 1))
    try house.carry()
    let output = house.root.appending(path: "replay").path
    let results = try Replay(house.settings).run(dataset: "shop", output: output)
    #expect(results.map(\.differences) == [[]])
    #expect(results.map(\.runs) == [3] && results.map(\.deliveries) == [4])
    let again = try house.text(URL(filePath: output + "/report.json"))
    let kept = try house.text(house.outbox.appending(path: try house.runs()[2] + "/report.json"))
    #expect(again == kept)
  }

  @Test("replays from a checkpoint on when older files are not kept any more, and says so")
  func expired() throws {
    let house = try Self.house("keep: {files: 400d}")
    for part in 0..<3 {
      try house.drop("shop-\(part).csv", Self.orders(40 + part * 5, part: part))
      try house.carry()
      // Time stands still in a test; a checkpoint is made by hand.
      if part == 1 { try house.store().makeCheckpoint(of: "shop", seconds: 1_700_000_000) }
    }
    let first = try house.store().acceptedHashes(of: "shop")[0]
    let deliveries = house.state.appending(path: "deliveries")
    for name in try house.names(deliveries) where name.hasPrefix(first) {
      try FileManager.default.removeItem(at: deliveries.appending(path: name))
    }
    let output = house.root.appending(path: "replay").path
    let results = try Replay(house.settings).run(dataset: nil, output: output)
    #expect(results[0].startsAfter == 2 || results[0].startsAfter == 1)
    #expect(results[0].runs == 3 - results[0].startsAfter && results[0].differences == [])
    try house.store().dropCheckpoints(of: "shop", before: .max)
    #expect(throws: Failure.self) { try Replay(house.settings).run(dataset: nil, output: output) }
  }

  @Test("notices in a replay what somebody has changed in the state")
  func changedState() throws {
    let house = try Self.threeRuns()
    let store = try house.store()
    let name = try store.keptRuns(of: "shop")[1]
    let members = try #require(try store.part(.members, of: name, dataset: "shop"))
    let other = try Membership(bytes: members).without(Key("k1")).bytes
    try store.replace(.members, of: name, dataset: "shop", with: other)
    let output = house.root.appending(path: "replay").path
    let results = try Replay(house.settings).run(dataset: nil, output: output)
    #expect(results[0].differences == ["\(name): who is in which segment"])
  }

  @Test("does not hold against a run of an earlier version what only later ones know")
  func earlierReport() throws {
    let house = try Self.threeRuns()
    let name = try house.store().keptRuns(of: "shop")[0]
    let report = try #require(try house.store().run(named: name, of: "shop")).report
    func changed(_ change: (inout [String: Any]) -> Void) throws -> EarlierReport {
      let all = try JSONSerialization.jsonObject(with: Data(report)) as? [String: Any]
      var entries = try #require(all)
      change(&entries)
      return try EarlierReport(json: [UInt8](JSONSerialization.data(withJSONObject: entries)))
    }
    #expect(try changed { _ in }.isSaid(by: report))
    #expect(try changed { $0["before"] = nil }.isSaid(by: report))
    #expect(try !changed { $0["customers"] = 1 }.isSaid(by: report))
    #expect(try !changed { $0["of old"] = 1 }.isSaid(by: report))
    #expect(try !changed { $0["segments"] = [Any]() }.isSaid(by: report))
    #expect(try !changed { $0["choice"] = NSNull() }.isSaid(by: report))
  }

  @Test("gives a customer that was in the fit the segment it has there")
  func scoring() throws {
    for method in ["kmeans: {k: 3}", "gmm: {k: 2}", "ward: {k: 3}", "dbscan: {min-points: 4}"] {
      let house = try TemporaryHouse(
        yaml: """
          watch: {settle: 10ms}
          datasets: {shop: {selection: {methods: [{\(method)}]}}}
          """
      )
      let text = Self.orders(60, part: 0) + Self.orders(60, part: 3, extra: 1).dropFirst(27)
      try house.drop("shop.csv", text)
      try house.carry()
      let file = house.root.appending(path: "score.csv")
      try Data(text.utf8).write(to: file)
      let output = house.root.appending(path: "scored.csv")
      let count = try Scoring.score(
        file.path,
        by: "shop",
        output: output.path,
        house.settings
      )
      let segments = try house.text(
        house.outbox.appending(path: try house.runs()[0] + "/segments.csv")
      )
      let scored = try house.text(output)
      #expect(count == 60)
      #expect(Self.labels(scored) == Self.labels(segments), "\(method)")
    }
  }

  /// Customer to segment id and name.
  static func labels(_ table: String) -> [String] {
    table.split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ",").prefix(3).joined(separator: ",")
    }
  }

  @Test("explains a customer: features, segment, moves, and the files that said so")
  func explain() throws {
    let house = try Self.threeRuns()
    let found = try Explanation.all(of: "k2", dataset: nil, house.settings)
    let explanation = try #require(found.first)
    #expect(explanation.dataset == "shop" && explanation.moves.count == 3)
    #expect(explanation.files.map(\.rows) == [3, 3, 3])
    let orders = explanation.features.first { $0.name == "frequency" }?.value
    #expect(orders == 9)
    #expect(explanation.grain == .orders)
    let scores = try #require(explanation.scores)
    func score(_ name: String, _ share: (Double) -> Double) throws -> Int {
      let rank = explanation.features.first { $0.name == name }?.rank
      return min(5, 1 + Int(5 * share(try #require(rank))))
    }
    #expect(try scores.frequency == score("frequency") { $0 })
    #expect(try scores.monetary == score("monetary") { $0 })
    #expect(try scores.recency == score("recency") { 1 - $0 })
    #expect(!scores.group.isEmpty)
    let table = try house.text(
      house.outbox.appending(path: try house.runs()[2] + "/segments.csv")
    )
    let line = try #require(table.split(separator: "\r\n").first { $0.hasPrefix("\"k2\",") })
    #expect(line.contains(",\(explanation.segment),"))
    #expect(throws: Failure.self) {
      try Explanation.all(of: "nobody", dataset: nil, house.settings)
    }
  }

  @Test("explains ten customers as the files they came from say")
  func explainedByFiles() throws {
    let house = try Self.threeRuns()
    let lines = (0..<3).flatMap { part in
      Self.orders(40 + part * 5, part: part).split(separator: "\n").dropFirst().map {
        $0.split(separator: ",").map(String.init)
      }
    }
    for customer in (0..<30).filter({ $0 % 3 == 1 }).map({ "k\($0)" }) {
      let own = lines.filter { $0[1] == customer }
      let explanation = try #require(
        try Explanation.all(of: customer, dataset: nil, house.settings).first
      )
      func value(_ name: String) -> Double? {
        explanation.features.first { $0.name == name }?.value ?? nil
      }
      #expect(value("frequency") == Double(own.count))
      let cents = own.map { Int($0[3].replacing(".", with: "")) ?? 0 }.reduce(0, +)
      #expect(value("monetary") == Double(cents) / 100)
      // All days are of 2024 and written alike, so that the newest of a text is the newest day.
      let newest = try #require(lines.map { $0[2] }.max())
      let last = try #require(own.map { $0[2] }.max())
      #expect(value("recency") == Double(dayOfYear(newest) - dayOfYear(last)))
      #expect(explanation.files.map(\.rows).reduce(0, +) == own.count)
    }
  }

  /// The days of 2024 up to the end of March.
  private func dayOfYear(_ text: String) -> Int {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return [0, 31, 60][parts[1] - 1] + parts[2]
  }

  @Test("draws an old run again with what the state holds")
  func render() throws {
    let house = try Self.threeRuns()
    let name = try house.store().keptRuns(of: "shop")[2]
    let output = house.root.appending(path: "drawn").path
    let drawing = Drawing { order in [Artifact(path: "order.txt", bytes: Array(order.run.utf8))] }
    try FileManager.default.removeItem(at: house.outbox)
    let drawn = try Redrawing.render(
      name,
      to: output,
      template: nil,
      house.settings,
      drawing: drawing
    )
    #expect(drawn == name)
    #expect(try house.text(URL(filePath: output + "/order.txt")) == name)
    #expect(throws: Failure.self) {
      try Redrawing.render("nope", to: output, template: nil, house.settings, drawing: drawing)
    }
  }

  @Test("keeps as many runs as configured, and the line and the memory of all")
  func retention() throws {
    let house = try Self.threeRuns("keep: {runs: 2}")
    #expect(try house.runs().count == 2)
    let history = try History(house.settings, dataset: "shop")
    #expect(history.runs.map(\.isKept) == [false, true, true])
    #expect(history.runs.allSatisfy { $0.segments.count == 3 })
    let first = history.runs[0].run
    #expect(throws: Failure.self) {
      try Redrawing.render(first, to: "x", template: nil, house.settings)
    }
    let output = house.root.appending(path: "replay").path
    let results = try Replay(house.settings).run(dataset: nil, output: output)
    #expect(results[0].differences == [] && results[0].notCompared == [first])
  }

  @Test("is built again from kept files and manifests when the store is lost")
  func lostStore() throws {
    let house = try Self.threeRuns()
    let before = try History(house.settings, dataset: nil).json()
    let ledger = try house.store().ledger(of: "shop")
    let runs = try house.runs()
    try FileManager.default.removeItem(at: house.state.appending(path: "segmentd.sqlite"))
    try house.drop("shop/4.csv", Self.orders(40, part: 4))
    try house.carry()
    #expect(try Array(house.runs().prefix(3)) == runs && house.runs().count == 4)
    let output = house.root.appending(path: "replay").path
    let results = try Replay(house.settings).run(dataset: nil, output: output)
    #expect(results[0].runs == 4 && results[0].differences == [])
    try FileManager.default.removeItem(at: house.state.appending(path: "segmentd.sqlite"))
    try FileManager.default.removeItem(at: house.outbox.appending(path: try house.runs()[3]))
    try house.carry()
    #expect(try house.store().ledger(of: "shop") == ledger)
    #expect(try History(house.settings, dataset: nil).json() == before)
  }

  @Test("verifies every hash, and names what is not as it was written")
  func verify() throws {
    let house = try Self.threeRuns()
    #expect(try Verification(house.settings).faults == [])
    let run = try house.runs()[1]
    let published = house.outbox.appending(path: run + "/segments.csv")
    try Data("x".utf8).write(to: published)
    let deliveries = house.state.appending(path: "deliveries")
    let kept = try #require(try house.names(deliveries).first)
    try Data("y".utf8).write(to: deliveries.appending(path: kept))
    let faults = try Verification(house.settings).faults
    #expect(faults.count == 2)
    #expect(faults.contains("publication \(run), segments.csv"))
  }
}
