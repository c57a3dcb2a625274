import Foundation
import GRDB
import Segments
import Testing

@testable import Storage

@Suite("A state of an older version")
struct OldStateTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "segmentd-\(UUID().uuidString).sqlite").path
  private static let digest: @Sendable ([UInt8]) -> [UInt8] = {
    [UInt8(truncatingIfNeeded: $0.count)]
  }

  /// The tables and a few rows as version 0.1 wrote them.
  private static let firstVersion = """
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES ('v1');
    CREATE TABLE run (n INTEGER PRIMARY KEY, name TEXT NOT NULL, dataset TEXT NOT NULL, asOf TEXT,
      deliveries INTEGER NOT NULL, engine TEXT NOT NULL, recipe BLOB NOT NULL, report BLOB NOT NULL,
      createdSeconds INTEGER NOT NULL, UNIQUE (dataset, name)) STRICT;
    CREATE TABLE delivery (n INTEGER PRIMARY KEY, token TEXT NOT NULL UNIQUE, dataset TEXT NOT NULL,
      name BLOB NOT NULL, isPinned INTEGER NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL,
      receivedDay INTEGER NOT NULL, state TEXT NOT NULL
      CHECK (state IN ('claimed', 'accepted', 'refused', 'duplicate')),
      attempts INTEGER NOT NULL DEFAULT 0, isBeingRead INTEGER NOT NULL DEFAULT 0, run TEXT,
      acceptance INTEGER, what TEXT, place TEXT, toDo TEXT, answeredSeconds INTEGER,
      UNIQUE (dataset, acceptance)) STRICT;
    CREATE INDEX delivery_sha256 ON delivery (sha256, state);
    CREATE TABLE ledger_chunk (dataset TEXT NOT NULL, ord INTEGER NOT NULL, name TEXT NOT NULL,
      bytes BLOB NOT NULL, sha256 BLOB NOT NULL, PRIMARY KEY (dataset, ord), UNIQUE (dataset, name))
      STRICT, WITHOUT ROWID;
    INSERT INTO run VALUES (1, '000001-x', 'shop', NULL, 1, '0.1.0', x'7b7d', x'7b7d', 5);
    INSERT INTO delivery (token, dataset, name, isPinned, sha256, bytes, receivedDay, state, run,
      acceptance) VALUES ('a', 'shop', x'61', 0, 'h1', 3, 20000, 'accepted', '000001-x', 1);
    INSERT INTO ledger_chunk VALUES ('shop', 0, 'head', x'0102', x'02'),
      ('shop', 1, 'orders/0', x'03', x'01');
    """

  private func oldState() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: Self.firstVersion) }
    try queue.close()
  }

  @Test("is brought up to date with everything in it, and copied before")
  func migrated() throws {
    try oldState()
    let store = try Store(path: path, digest: Self.digest)
    #expect(try store.runs(atMost: 9).map(\.name) == ["000001-x"])
    #expect(try store.acceptedHashes(of: "shop") == ["h1"])
    let chunks = try store.ledger(of: "shop")
    #expect(chunks.map(\.name) == ["head", "orders/0"])
    #expect(chunks.map(\.bytes) == [[1, 2], [3]])
    #expect(try store.accepted(of: "shop").allSatisfy(\.isNews))
    #expect(try store.memories(of: "shop").isEmpty)
    #expect(try store.health().schema == "v2")
    #expect(try store.faults() == [])
    let copy = try DatabaseQueue(path: path + ".before-v2")
    #expect(try copy.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM ledger_chunk") } == 2)
  }

  @Test("is not changed by a command that only looks, which says what to do")
  func onlyLooking() throws {
    try oldState()
    #expect(throws: StoreError.olderSchema(path: path)) {
      try Store.reader(path: path, digest: Self.digest)
    }
    let queue = try DatabaseQueue(path: path)
    #expect(try queue.read { try $0.tableExists("ledger_chunk") })
  }

  @Test("names a part that was changed on the disk, and refuses to read it")
  func changed() throws {
    let store = try Store(path: path, digest: Self.digest)
    let run = RunRecord(
      name: "1",
      dataset: "shop",
      asOf: nil,
      deliveries: 1,
      engine: "1",
      recipe: [],
      report: [],
      createdSeconds: 0
    )
    let changes = LedgerChanges(written: [LedgerChunk(name: "a", bytes: [1])])
    try store.finish(run, parts: [.memory: [1], .members: [2, 2]], ledger: changes, accepted: [])
    #expect(try store.part(.members, of: "1", dataset: "shop") == [2, 2])
    #expect(try store.memories(of: "shop") == [[1]])
    try store.write {
      try $0.execute(sql: "UPDATE run_part SET bytes = x'' WHERE kind = 'members'")
    }
    try store.write { try $0.execute(sql: "UPDATE ledger_part SET bytes = x'0909'") }
    #expect(try store.faults() == ["the ledger of shop, part a", "run shop/1, members"])
    #expect(throws: StoreError.changedBytes(path: path, dataset: "shop")) {
      try store.part(.members, of: "1", dataset: "shop")
    }
    try store.retire(runs: ["1"], of: "shop")
    #expect(try store.keptRuns(of: "shop") == [])
    #expect(try store.memories(of: "shop") == [[1]])
    #expect(try store.part(.members, of: "1", dataset: "shop") == nil)
  }

  @Test("is refused when one page of it is damaged")
  func damagedPage() throws {
    let store = try Store(path: path, digest: Self.digest)
    let chunk = LedgerChunk(name: "a", bytes: [UInt8](repeating: 7, count: 200_000))
    try store.change(LedgerChanges(written: [chunk]), of: "shop")
    try store.queue.close()
    let file = try FileHandle(forUpdating: URL(filePath: path))
    // The root page of the table of deliveries lies among the first pages.
    try file.seek(toOffset: 3 * 16_384)
    try file.write(contentsOf: Data(repeating: 0xEE, count: 16_384))
    try file.close()
    #expect(throws: StoreError.damaged(path: path)) {
      try Store(path: path, digest: Self.digest)
    }
  }
}
