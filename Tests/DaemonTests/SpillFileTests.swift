import Foundation
import Segments
import Storage
import Testing

@testable import Daemon

@Suite("Orders beyond `limits.memory`")
struct SpillFileTests {
  /// Lines of so many orders, of a file of its own by its seed.
  private func orders(_ count: Int, seed: Int) -> String {
    let lines = (0..<count).map { line in
      let (order, customer) = (seed * 700 + line / 2, (line / 2 * 7 + seed) % 90)
      let day = 10 + (order * 3 + seed) % 19
      return "\(order),c\(customer),2024-03-\(day),\(1 + line * 13 % 50).5,\(1 + line % 4)\n"
    }
    return "order,customer,date,price,quantity\n" + lines.joined()
  }

  private func house(_ limit: String) throws -> TemporaryHouse {
    let house = try TemporaryHouse(
      yaml: "watch: {settle: 10ms}\nlimits: {memory: \(limit)}\n"
        + "datasets: {shop: {selection: {methods: [kmeans], k: 3}}}"
    )
    try house.drop("shop/a.csv", orders(1_500, seed: 1))
    try house.drop("shop/b.csv", orders(1_500, seed: 2))
    return house
  }

  private func table(_ house: TemporaryHouse, _ name: String) throws -> [String] {
    try house.runs().map { try house.text(house.outbox.appending(path: $0 + "/" + name)) }
  }

  @Test("give the publications that they give in memory, and leave nothing behind")
  func same() throws {
    let (roomy, narrow) = (try house("64GiB"), try house("1KiB"))
    for house in [roomy, narrow] {
      try house.carry()
      try house.drop("shop/c.csv", orders(40, seed: 2) + orders(40, seed: 9).dropFirst(35))
      try house.carry()
      try house.drop("shop/d.csv", orders(2_600, seed: 4))
      try house.carry()
    }
    #expect(try roomy.runs().count == 3)
    for name in ["segments.csv", "report.json", "rejected.csv", "movers.csv"] {
      #expect(try table(roomy, name) == table(narrow, name), "\(name)")
    }
    #expect(try roomy.store().ledger(of: "shop") == narrow.store().ledger(of: "shop"))
    #expect(try roomy.names(roomy.state) == narrow.names(narrow.state))
    #expect(try narrow.names(narrow.inbox.appending(path: ".work")) == [])
  }

  @Test("give the report that they give in memory")
  func report() throws {
    let drawing = Drawing { _ in [] }
    var found: [[String]] = []
    for limit in ["64GiB", "1KiB"] {
      let house = try house(limit)
      let files = ["a", "b"].map { house.inbox.path + "/shop/\($0).csv" }
      let output = house.root.appending(path: "report")
      _ = try OneShot(settings: house.settings, drawing: drawing, surroundings: .still())
        .run(files: files, output: output.path)
      found.append(
        try ["segments.csv", "report.json"].map { try house.text(output.appending(path: $0)) }
      )
    }
    #expect(found[0] == found[1])
  }

  @Test("wait where the disk is full too, and are taken when there is room")
  func full() throws {
    let house = try house("1KiB")
    let wire = Tripwire { step in
      guard step == "create a file without a name" else { return }
      throw FileFailure(attempt: "create a file", path: "state", code: ENOSPC)
    }
    do {
      try house.carry(wire: wire)
      Issue.record("nothing was spilled")
    } catch SegmentError.spillFailed(let failure) {
      #expect(failure.words == "no space is left on the device")
      let fate = Fate(of: SegmentError.spillFailed(failure), file: "a.csv")
      guard case .retryLater(let reason, .cannotWrite) = fate else {
        Issue.record("\(fate)")
        return
      }
      #expect(reason.toDo.contains("limits.memory"))
    }
    #expect(try house.runs() == [])
    #expect(try house.names(house.failed) == [])
    try house.carry()
    #expect(try house.runs().count == 1)
  }

  @Test("lie in a file that has no name, bytes by where they are")
  func file() throws {
    let house = try TemporaryHouse()
    let file = try Folder(at: house.state.path).createNameless()
    #expect(try house.names(house.state) == [])
    try file.write([1, 2, 3], at: 0)
    try file.write([4, 5], at: 3)
    #expect(try file.bytes(1..<5) == [2, 3, 4, 5])
    #expect(throws: FileFailure.self) { try file.bytes(3..<6) }
    let write = try Folder(at: house.state.path).createNameless()
    let bytes = [UInt8](repeating: 7, count: 3 << 20)
    try write.write(bytes, at: 0)
    #expect(try write.bytes(0..<bytes.count) == bytes)
  }
}
