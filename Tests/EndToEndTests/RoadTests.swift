import Foundation
import Testing

@Suite("The road from inbox to outbox")
struct RoadTests {
  @Test("an export becomes one whole publication and leaves the inbox")
  func publication() throws {
    let house = try TemporaryHouse()
    try house.drop(try house.sample("--customers", "300"), as: "shop.csv")
    let ending = try house.drain()
    #expect(ending.code == 0, "\(ending.errors)")
    let runs = try house.runs()
    #expect(runs.count == 1)
    let run = try #require(runs.first)
    let names = Set(try house.names(in: run))
    let expected: Set = [
      "dashboard.pdf", "dashboard.html", "png", "segments.csv", "report.json", "rejected.csv",
      "manifest.json",
    ]
    #expect(names.isSuperset(of: expected))
    #expect(try house.names(in: house.inbox).isEmpty)
    let latest = house.outbox.appending(path: "shop/latest")
    #expect(
      latest.resolvingSymlinksInPath().lastPathComponent == run.lastPathComponent
    )
  }

  @Test("order lines join over files, and an order seen again replaces its older self")
  func joining() throws {
    let house = try TemporaryHouse()
    let text = String(
      decoding: try house.sample("--orders", "--customers", "120"),
      as: UTF8.self
    )
    let lines = text.split(separator: "\n")
    func order(_ line: Int) -> Substring { lines[line].prefix { $0 != "," } }
    // Exports hold whole orders: the first ends and the second begins between two of them.
    func border(from line: Int) throws -> Int {
      try #require((line..<lines.count).first { order($0) != order($0 - 1) })
    }
    let half = try border(from: lines.count / 2)
    let start = try border(from: lines.count / 2 - 40)
    try house.drop(lines[..<half].joined(separator: "\n") + "\n", as: "shop-2026-01-31.csv")
    try house.drain()
    try house.drop(
      ([lines[0]] + lines[start...]).joined(separator: "\n") + "\n",
      as: "shop-2026-06-30.csv",
    )
    #expect(try house.drain().code == 0)
    #expect(try house.runs().count == 2)
    let whole = try TemporaryHouse()
    try whole.drop(text, as: "shop.csv")
    try whole.drain()
    for key in ["customers", "orders"] {
      #expect(try report(of: house)[key] as? Int == report(of: whole)[key] as? Int)
    }
    let amounts = [
      try report(of: house)["amount"] as? Double, try report(of: whole)["amount"] as? Double,
    ]
    #expect(amounts[0] == amounts[1])
  }

  private func report(of house: TemporaryHouse) throws -> [String: Any] {
    let file = house.outbox.appending(path: "shop/latest/report.json")
    return try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
  }

  @Test("the same content under another name publishes nothing twice")
  func duplicates() throws {
    let house = try TemporaryHouse()
    let sample = try house.sample("--customers", "60")
    try house.drop(sample, as: "shop.csv")
    try house.drain()
    try house.drop(sample, as: "other.csv")
    #expect(try house.drain().code == 0)
    #expect(try house.runs().count == 1)
    #expect(try house.names(in: house.inbox).isEmpty)
  }

  @Test("report draws the same bytes twice")
  func determinism() throws {
    let house = try TemporaryHouse()
    try house.write(
      String(decoding: try house.sample("--customers", "250"), as: UTF8.self),
      to: house.root.appending(path: "shop.csv"),
    )
    for name in ["one", "two"] {
      let ending = try house.run("report", "shop.csv", "--output", name)
      #expect(ending.code == 0, "\(ending.errors)")
    }
    for file in ["dashboard.pdf", "dashboard.html", "segments.csv", "report.json"] {
      let one = try Data(contentsOf: house.root.appending(path: "one/\(file)"))
      let two = try Data(contentsOf: house.root.appending(path: "two/\(file)"))
      #expect(one == two, "\(file)")
    }
  }

  @Test("inspect and report count the same rows")
  func inspection() throws {
    let house = try TemporaryHouse()
    try house.write(
      String(
        decoding: try house.sample("--customers", "900", "--quirks", "dirt"),
        as: UTF8.self
      ),
      to: house.root.appending(path: "shop.csv"),
    )
    let seen = try house.run("inspect", "shop.csv", "--json").json
    try house.run("report", "shop.csv", "--output", "out")
    let report =
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: house.root.appending(path: "out/report.json"))
      ) as? [String: Any] ?? [:]
    let counts = [seen, report].map { object -> [Int] in
      let rows = object["rows"] as? [String: Any] ?? [:]
      return [rows["read"] as? Int ?? -1, rows["kept"] as? Int ?? -2]
    }
    #expect(counts[0] == counts[1])
    #expect(counts[0][0] == 900)
    #expect(counts[0][1] < 900)
  }

  @Test("a second service on the same state exits 75 and names the first")
  func secondInstance() throws {
    let house = try TemporaryHouse()
    let first = try ChildProgram(
      TemporaryHouse.program.path,
      [
        "run", "--inbox", house.inbox.path, "--outbox", house.outbox.path, "--state",
        house.state.path,
      ],
      in: house.root.path,
      output: "/dev/null",
      errors: "/dev/null",
    )
    defer {
      first.terminate()
      _ = first.wait()
    }
    let lock = house.state.appending(path: "lock").path
    while FileManager.default.contents(atPath: lock)?.isEmpty ?? true { usleep(10_000) }
    let ending = try house.drain()
    #expect(ending.code == 75, "\(ending.errors)")
    #expect(ending.errors.contains("\(first.processID)"))
  }
}
