import Foundation
import GRDB
import Segments
import Testing

@testable import Storage

@Suite("The store")
struct StoreTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "segmentd-\(UUID().uuidString).sqlite").path

  /// A digest that is good enough for a test: the sum of the bytes and their number.
  private static let digest: @Sendable ([UInt8]) -> [UInt8] = { bytes in
    [bytes.reduce(0, &+), UInt8(truncatingIfNeeded: bytes.count)]
  }

  private func open() throws -> Store {
    try Store(path: path, digest: Self.digest)
  }

  private func delivery(
    _ token: String,
    _ hash: String,
    dataset: String = "shop",
    pinned: Bool = false
  )
    -> DeliveryRecord
  {
    DeliveryRecord(
      token: token,
      dataset: dataset,
      name: [0xFF, 0x0A],
      isPinned: pinned,
      sha256: hash,
      bytes: 5,
      receivedDay: 20_000
    )
  }

  private func run(_ name: String, dataset: String = "shop") -> RunRecord {
    RunRecord(
      name: name,
      dataset: dataset,
      asOf: nil,
      deliveries: 1,
      engine: "1",
      recipe: [1],
      report: [2],
      createdSeconds: 7
    )
  }

  private func chunk(_ name: String, _ bytes: [UInt8]) -> LedgerChunk {
    LedgerChunk(name: name, bytes: bytes)
  }

  private func written(_ chunks: LedgerChunk...) -> LedgerChanges {
    LedgerChanges(written: chunks)
  }

  @Test("promises what a power cut needs: full synchronization, a rollback journal, large pages")
  func settings() throws {
    let store = try open()
    let values = try store.queue.read { database in
      try [
        "synchronous", "journal_mode", "page_size", "foreign_keys", "trusted_schema",
        "secure_delete",
      ]
      .map { try Row.fetchOne(database, sql: "PRAGMA \($0)")?[0].map { "\($0)" } ?? "" }
    }
    #expect(values == ["2", "delete", "16384", "1", "0", "1"])
  }

  @Test("keeps what it had when the disk is full, and goes on when there is room")
  func fullDisk() throws {
    let store = try open()
    let first = [chunk("head", [1]), chunk("orders/0/0", [2, 3])]
    try store.finish(run("1"), ledger: LedgerChanges(written: first), accepted: [])
    let pages = try store.queue.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    let large = written(chunk("orders/0/0", [UInt8](repeating: 7, count: 400_000)))
    try store.queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    #expect(throws: StoreError.full(path: store.path)) {
      try store.finish(run("2"), ledger: large, accepted: [])
    }
    #expect(try store.ledger(of: "shop") == first)
    #expect(try store.runs(atMost: 9).map(\.name) == ["1"])
    try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 99999") }
    try store.finish(run("2"), ledger: large, accepted: [])
    #expect(try store.ledger(.named(["orders/0/0"]), of: "shop") == large.written)
    #expect(try store.ledger(.opening, of: "shop") == [first[0]])
    #expect(try store.faults() == [])
  }

  @Test("counts attempts before a run starts, and takes back those that ended in order")
  func attempts() throws {
    let store = try open()
    let first = delivery("a", "h1")
    #expect(try store.begin([first]).map(\.attempts) == [1])
    #expect(try store.begin([first]).map(\.attempts) == [2])
    try store.release(tokens: ["a"])
    #expect(try store.delivery(token: "a")?.attempts == 1)
    try store.reading(token: "a")
    #expect(try store.delivery(token: "a")?.isBeingRead == true)
    try store.acquit(tokens: ["a"])
    #expect(try store.delivery(token: "a")?.isBeingRead == false)
    #expect(try open().delivery(token: "a")?.name == [0xFF, 0x0A])
  }

  @Test("accepts a run in one transaction: all of it, or nothing")
  func oneTransaction() throws {
    let store = try open()
    try store.finish(run("1"), ledger: written(chunk("x", [1])), accepted: [delivery("a", "h1")])
    // The same acceptance twice is impossible, so the second half of this run fails.
    try store.write { database in
      try database.execute(
        sql: "CREATE TRIGGER trap BEFORE UPDATE ON delivery BEGIN SELECT raise(ABORT, 'cut'); END"
      )
    }
    #expect(throws: StoreError.self) {
      try store.finish(run("2"), ledger: written(chunk("x", [9])), accepted: [delivery("b", "h2")])
    }
    #expect(try store.runs(atMost: 9).map(\.name) == ["1"])
    #expect(try store.ledger(of: "shop") == [chunk("x", [1])])
    #expect(try store.acceptedHashes(of: "shop") == ["h1"])
    #expect(try store.delivery(token: "b") == nil)
  }

  @Test("gives a ledger back as it was, also when it grows, shrinks and changes")
  func ledger() throws {
    let store = try open()
    let versions = [
      [chunk("a", [1, 2]), chunk("b", [3])],
      [chunk("a", [1, 2]), chunk("b", [4]), chunk("c", [])],
      [chunk("a", [1, 2])],
      [],
    ]
    for (index, version) in versions.enumerated() {
      let changes = LedgerChanges(from: try store.ledger(of: "shop"), to: version)
      try store.finish(run("\(index)"), ledger: changes, accepted: [])
      #expect(try store.ledger(of: "shop") == version)
    }
    #expect(try store.ledger(of: "other") == [])
  }

  @Test("gives a checkpoint back as the ledger was then, whole or in parts")
  func checkpoint() throws {
    let store = try open()
    let then = ["customers/first", "head", "orders/0/0", "sheets/0/0"].map { chunk($0, [1]) }
    let all = LedgerChanges(written: then)
    try store.finish(run("1"), ledger: all, accepted: [delivery("a", "h1")])
    try store.makeCheckpoint(of: "shop", seconds: 1)
    let now = written(chunk("head", [2]), chunk("orders/0/1", [3]))
    try store.finish(run("2"), ledger: now, accepted: [delivery("b", "h2")])
    let start = try #require(try store.checkpoints(of: "shop").first?.deliveries)
    func part(_ parts: LedgerParts) throws -> [LedgerChunk] {
      try store.ledger(parts, of: "shop", after: start)
    }
    #expect(try part(.all) == then)
    #expect(try part(.opening) == Array(then.prefix(2)))
    #expect(try part(.sheets) == [then[3]])
    #expect(try part(.named(["orders/0/0", "orders/0/1"])) == [then[2]])
    try store.write { try $0.execute(sql: "UPDATE checkpoint_part SET bytes = x'09'") }
    #expect(throws: StoreError.changedBytes(path: path, dataset: "shop")) { try part(.all) }
  }

  @Test("notices a ledger that was changed behind its back")
  func changed() throws {
    let store = try open()
    try store.finish(run("1"), ledger: written(chunk("a", [1])), accepted: [])
    try store.write { try $0.execute(sql: "UPDATE ledger_part SET bytes = x'09'") }
    #expect(throws: StoreError.changedBytes(path: path, dataset: "shop")) {
      try store.ledger(of: "shop")
    }
  }

  @Test("numbers deliveries in the order of acceptance, a dataset at a time")
  func acceptance() throws {
    let store = try open()
    try store.finish(
      run("1"),
      ledger: .init(),
      accepted: [delivery("b", "h2"), delivery("a", "h1")]
    )
    try store.finish(
      run("1", dataset: "other"),
      ledger: .init(),
      accepted: [delivery("c", "h3", dataset: "other")]
    )
    #expect(try store.acceptedHashes(of: "shop") == ["h2", "h1"])
    #expect(try store.delivery(token: "c")?.acceptance == 1)
    #expect(try store.datasets() == ["other", "shop"])
  }

  @Test(
    "knows the same bytes again: anywhere for loose files, in their own dataset for pinned ones"
  )
  func duplicates() throws {
    let store = try open()
    try store.finish(
      run("1"),
      ledger: .init(),
      accepted: [delivery("a", "h1"), delivery("p", "h2", pinned: true)]
    )
    #expect(try store.accepted(sha256: "h1", pinnedTo: nil)?.token == "a")
    #expect(try store.accepted(sha256: "h1", pinnedTo: "shop")?.token == "a")
    #expect(try store.accepted(sha256: "h1", pinnedTo: "other") == nil)
    #expect(try store.accepted(sha256: "h2", pinnedTo: nil) == nil)
    #expect(try store.accepted(sha256: "h9", pinnedTo: nil) == nil)
    #expect(try store.begin([delivery("b", "h3")]).count == 1)
    #expect(try store.accepted(sha256: "h3", pinnedTo: nil) == nil)
  }

  @Test("remembers refusals and receipts")
  func answers() throws {
    let store = try open()
    let refusal = StoredRefusal(what: "w", place: "p", toDo: "t")
    try store.refuse(delivery("a", "h1"), refusal, seconds: 3)
    #expect(try store.answers(.refused, atMost: 9).map(\.refusal) == [refusal])
    try store.finish(run("1"), ledger: .init(), accepted: [delivery("b", "h2")])
    let earlier = try #require(try store.delivery(token: "b"))
    try store.receipt(delivery("c", "h2"), repeats: earlier, seconds: 4)
    #expect(try store.answers(.duplicate, atMost: 9).map(\.run) == ["1"])
    #expect(try store.counts() == ["accepted": 1, "duplicate": 1, "refused": 1])
  }

  @Test("refuses a database that a newer version has written, and does not touch it")
  func newer() throws {
    let store = try open()
    try store.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v999')") }
    try store.queue.close()
    #expect(throws: StoreError.newerSchema(path: path)) { try open() }
    #expect(throws: StoreError.newerSchema(path: path)) {
      try Store.reader(path: path, digest: Self.digest)
    }
  }

  @Test("refuses a file that is no database")
  func noDatabase() throws {
    try Data(repeating: 0x41, count: 40_000).write(to: URL(filePath: path))
    #expect(throws: StoreError.damaged(path: path)) { try open() }
  }

  @Test("lets others look while the service has it open, but not change anything")
  func reader() throws {
    #expect(throws: StoreError.self) { try Store.reader(path: path + ".none", digest: Self.digest) }
    let store = try open()
    try store.finish(run("1"), ledger: .init(), accepted: [])
    let reader = try Store.reader(path: path, digest: Self.digest)
    #expect(try reader.runs(atMost: 1).map(\.name) == ["1"])
    #expect(throws: StoreError.self) { try reader.release(tokens: ["x"]) }
  }
}
