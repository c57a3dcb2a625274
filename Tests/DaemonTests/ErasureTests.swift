import Foundation
import Segments
import Storage
import Testing

@testable import Daemon

@Suite("Erasing a person")
struct ErasureTests {
  /// Every file below the house that holds these bytes.
  private func mentions(_ house: TemporaryHouse, _ text: String) throws -> [String] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: house.root.path)
    return try paths.filter { path in
      let url = house.root.appending(path: path)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        return false
      }
      return try Data(contentsOf: url).range(of: Data(text.utf8)) != nil
    }
  }

  private func kept(_ house: TemporaryHouse) throws -> [String] {
    let state = try Folder(at: house.settings.state)
    let kept = try KeptDeliveries(state: state)
    return try house.store().accepted(of: "shop").map { record in
      let export = try #require(
        try kept.export(record.sha256, droppedAs: FileName(bytes: record.name), day: nil)
      )
      let blocks = try export.open()
      var (bytes, block) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
      while true {
        let count = try blocks(&block)
        if count == 0 { break }
        bytes += block[..<count]
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test("leaves nothing of them in state and publications, and prints what was erased")
  func everywhere() throws {
    let house = try KeptRunsTests.threeRuns()
    #expect(try !mentions(house, "\"k17\"").isEmpty)
    guard case .done(let receipt) = try Erasure.forget("k17", house.settings) else {
      Issue.record("the request was left")
      return
    }
    #expect(receipt.ledgers == ["shop": 9] && receipt.keptFiles == 3 && receipt.keptLines == 9)
    #expect(receipt.runs == 3 && receipt.publications == 3 && receipt.publishedLines >= 3)
    #expect(try mentions(house, "\"k17\"") == [])
    #expect(try kept(house).allSatisfy { !$0.contains(",k17,") && $0.contains(",k16,") })
    #expect(try house.everyRunIsWhole())
    #expect(try Verification(house.settings).faults == [])
    #expect(throws: Failure.self) { try Explanation.all(of: "k17", dataset: nil, house.settings) }
    #expect(try house.names(house.state.appending(path: "requests")) == [])
    #expect(try house.store().erasures().count == 1)
  }

  @Test("does not let a later export bring them back, and the same bytes are still known")
  func staysAway() throws {
    let house = try KeptRunsTests.threeRuns()
    _ = try Erasure.forget("k17", house.settings)
    try house.drop("shop/0b.csv", KeptRunsTests.orders(40, part: 0))
    try house.drop("shop/4.csv", KeptRunsTests.orders(40, part: 4))
    try house.carry()
    #expect(try house.runs().count == 4)
    #expect(try house.store().counts()["duplicate"] == 1)
    let segments = try house.text(
      house.outbox.appending(path: try house.runs()[3] + "/segments.csv")
    )
    #expect(!segments.contains("\"k17\"") && segments.contains("\"k16\""))
    let output = house.root.appending(path: "replay").path
    let results = try Replay(house.settings).run(dataset: nil, output: output)
    #expect(results[0].notCompared.count == 3)
    #expect(results[0].differences == [])
  }

  @Test("keeps them away when the store is lost, and the rest is as it was")
  func lostStore() throws {
    let house = try KeptRunsTests.threeRuns()
    _ = try Erasure.forget("k17", house.settings)
    let suppressions = try house.store().suppressions()
    let ledger = try house.store().ledger(of: "shop").filter { $0.name != "head" }
    try FileManager.default.removeItem(at: house.state.appending(path: "segmentd.sqlite"))
    try house.carry()
    #expect(try house.store().suppressions() == suppressions && suppressions.count == 1)
    #expect(try house.store().ledger(of: "shop").filter { $0.name != "head" } == ledger)
    #expect(try Verification(house.settings).faults == [])
    try house.drop("shop/4.csv", KeptRunsTests.orders(40, part: 4))
    try house.carry()
    #expect(try house.runs().count == 4)
    #expect(try mentions(house, "\"k17\"") == [])
  }

  @Test("finds their lines where the configuration says which column names the customer")
  func configuredColumns() throws {
    let house = try TemporaryHouse()
    var shop = DatasetSettings(name: "shop", rejectedShare: 0.5)
    shop.recipe.columns.roles = ["customer": "who"]
    house.settings.datasets = [shop]
    let rows = (0..<40).map { "a\($0),\($0),2024-01-\(10 + $0 % 20),\(5 + $0)" }
    try house.drop("shop/1.csv", "who,order,date,amount\n" + rows.joined(separator: "\n") + "\n")
    try house.carry()
    guard case .done(let receipt) = try Erasure.forget("a17", house.settings) else {
      Issue.record("the request was left")
      return
    }
    #expect(receipt.keptLines == 1 && receipt.ledgers == ["shop": 1] && receipt.unreadable == [])
  }

  @Test("waits for the service that works on the state, which then does it")
  func whileRunning() throws {
    let house = try KeptRunsTests.threeRuns()
    let lock = try StateLock(state: Folder(at: house.settings.state))
    let answer = try withExtendedLifetime(lock) { try Erasure.forget("k17", house.settings) }
    guard case .left = answer else {
      Issue.record("two worked on one state")
      return
    }
    #expect(try !mentions(house, "\"k17\"").isEmpty)
    try house.carry()
    #expect(try mentions(house, "\"k17\"") == [])
  }

  @Test("rewrites packed files as what they were")
  func packings() throws {
    let lines =
      "order,customer,date,amount\n1,anna,2024-01-01,5\n2,\"b\nob\",2024-01-02,6\n3,anna,2024-01-03,7\n"
    var filter = LineFilter(
      try Pipeline(dataset: "shop", recipe: Recipe())
        .lines(of: Key("b\nob"), in: Export(name: "x.csv", bytes: Array(lines.utf8)))
    )
    let rest = String(decoding: filter.passing(Array(lines.utf8)[...]), as: UTF8.self)
    #expect(!rest.contains("ob") && rest.contains("3,anna") && rest.hasPrefix("order"))
    var gzip = StoredGzip()
    let packed = StoredGzip.header + gzip.wrap(Array(lines.utf8)) + gzip.end()
    let blocks = try Export(name: "x.csv.gz", bytes: packed).open()
    let stream = DecodedStream(blocks, .gzip, of: .table, limits: .unlimited)
    var block = [UInt8](repeating: 0, count: 4096)
    let count = try stream.read(into: &block)
    #expect(String(decoding: block[..<count], as: UTF8.self) == lines)
  }

  @Test(
    "finds the lines of files whose characters take two or four bytes",
    arguments: [(2, false), (2, true), (4, false), (4, true)],
  )
  func wideCharacters(width: Int, isBigEndian: Bool) throws {
    let lines =
      "order,customer,date,amount\n1,anna,2024-01-01,5\n2,\"b\nob\",2024-01-02,6\n3,anna,2024-01-03,7\n"
    func wide(_ text: String) -> [UInt8] {
      ("\u{FEFF}" + text).unicodeScalars.flatMap { scalar in
        let bytes = (0..<width).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * $0)) }
        return isBigEndian ? bytes.reversed() : bytes
      }
    }
    let file = wide(lines)
    let found = try Pipeline(dataset: "shop", recipe: Recipe())
      .lines(of: Key("anna"), in: Export(name: "x.csv", bytes: file))
    var filter = LineFilter(found)
    let passed = file.indices.flatMap { filter.passing(file[$0...$0]) }
    #expect(passed == wide("order,customer,date,amount\n2,\"b\nob\",2024-01-02,6\n"))
  }
}
