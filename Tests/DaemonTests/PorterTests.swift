import Foundation
import Segments
import Storage
import Testing

@testable import Daemon

@Suite("The porter")
struct PorterTests {
  @Test("publishes a file, keeps it, and empties the inbox")
  func oneFile() throws {
    let house = try TemporaryHouse()
    try house.drop("shop.csv", customers(40))
    try house.carry()
    let runs = try house.runs()
    #expect(runs.count == 1 && runs[0].hasPrefix("shop/000001-undated-"))
    #expect(try house.everyRunIsWhole())
    let latest = house.outbox.path + "/shop/latest"
    #expect(try "shop/" + FileManager.default.destinationOfSymbolicLink(atPath: latest) == runs[0])
    #expect(
      try house.names(house.outbox.appending(path: runs[0])) == [
        "manifest.json", "model.json", "movers.csv", "png", "rejected.csv", "report.json",
        "segments.csv",
      ]
    )
    #expect(try house.names(house.inbox) == [".failed", ".work"])
    #expect(try house.names(house.inbox.appending(path: ".work")) == [])
    let hash = Digest.text(of: Array(customers(40).utf8))
    #expect(try house.names(house.state.appending(path: "deliveries")) == [hash + ".zst"])
    #expect(try house.text(house.outbox.appending(path: "shop/index.json")).contains("undated"))
    #expect(
      try !house.text(house.outbox.appending(path: runs[0] + "/report.json")).contains("seconds")
    )
  }

  @Test("answers the same bytes under another name with a receipt, not with a run")
  func duplicate() throws {
    let house = try TemporaryHouse()
    try house.drop("shop.csv", customers(40))
    try house.carry()
    try house.drop("again.csv", customers(40))
    try house.carry()
    #expect(try house.runs().count == 1)
    #expect(try house.names(house.inbox) == [".failed", ".work"])
    let receipts = try house.store().answers(.duplicate, atMost: 9)
    #expect(receipts.map { String(decoding: $0.name, as: UTF8.self) } == ["again.csv"])
    #expect(try "shop/" + (receipts.first?.run ?? "") == house.runs()[0])
  }

  @Test("keeps equal files of two pinned datasets apart")
  func pinnedTwins() throws {
    let house = try TemporaryHouse()
    try house.drop("north/a.csv", customers(40))
    try house.drop("south/a.csv", customers(40))
    try house.carry()
    #expect(try house.runs().map { $0.prefix(12) } == ["north/000001", "south/000001"])
  }

  @Test("makes one run of all files of a dataset that came together, equal ones counted once")
  func oneRun() throws {
    let house = try TemporaryHouse()
    try house.drop("shop-2026-01.csv", customers(40, seed: 1))
    try house.drop("shop-2026-02.csv", customers(40, seed: 2))
    try house.drop("shop-2026-03.csv", customers(40, seed: 2))
    try house.carry()
    #expect(try house.runs().count == 1)
    #expect(try house.runs()[0].hasPrefix("shop/000002-"))
    #expect(try house.store().counts() == ["accepted": 2, "duplicate": 1])
  }

  @Test("adds later files to what it knows")
  func later() throws {
    let house = try TemporaryHouse()
    try house.drop("shop-1.csv", customers(40, seed: 1))
    try house.carry()
    try house.drop("shop-2.csv", customers(40, seed: 2))
    try house.carry()
    #expect(try house.runs().map { $0.prefix(11) } == ["shop/000001", "shop/000002"])
    let run = try house.runs()[1]
    let json = try house.text(house.outbox.appending(path: run + "/report.json"))
    #expect(try SegmentReport(json: Array(json.utf8)).customers == 80)
    let latest = house.outbox.path + "/shop/latest"
    #expect(try "shop/" + FileManager.default.destinationOfSymbolicLink(atPath: latest) == run)
  }

  @Test("refuses bad files one by one with a reason, and publishes the good one among them")
  func refusals() throws {
    let house = try TemporaryHouse()
    try house.drop("shop-empty.csv", "")
    try house.drop("shop-words.csv", "hello\nworld\n")
    try house.drop("shop.pdf", "%PDF-1.4\n")
    try house.drop("shop.csv.gz", "x")
    try house.drop("shop-good.csv", customers(40))
    try house.carry()
    #expect(try house.runs().count == 1)
    for name in ["shop-empty.csv", "shop-words.csv", "shop.pdf", "shop.csv.gz"] {
      let text = try house.text(house.failed.appending(path: name + ".error.txt"))
      #expect(text.split(separator: "\n").count >= 3 && text.contains(name), "\(text)")
      #expect(FileManager.default.fileExists(atPath: house.failed.path + "/" + name))
    }
    #expect(try house.store().counts() == ["accepted": 1, "refused": 4])
    #expect(try house.names(house.inbox) == [".failed", ".work"])
  }

  @Test("numbers refused files of the same name")
  func secondRefusal() throws {
    let house = try TemporaryHouse()
    for text in ["one\n", "two\n"] {
      try house.drop("bad.csv", text)
      try house.carry()
    }
    #expect(
      try house.names(house.failed) == [
        "bad.csv", "bad.csv.2", "bad.csv.2.error.txt", "bad.csv.error.txt",
      ]
    )
    #expect(try house.text(house.failed.appending(path: "bad.csv.2")) == "two\n")
  }

  @Test("lays aside a file with a name of 255 bytes")
  func longName() throws {
    let house = try TemporaryHouse()
    try house.drop(String(repeating: "x", count: 251) + ".csv", "bad\n")
    try house.carry()
    #expect(try house.names(house.failed).count == 2)
  }

  @Test("takes a file that was refused once when it comes again")
  func retryIsNoDuplicate() throws {
    let house = try TemporaryHouse()
    try house.drop("bad.csv", "one\n")
    try house.carry()
    try house.drop("bad.csv", "one\n")
    try house.carry()
    #expect(try house.store().counts() == ["refused": 2])
  }

  @Test("stops when asked and loses nothing, and the stop does not count as a failed attempt")
  func stop() throws {
    let house = try TemporaryHouse()
    try house.drop("shop.csv", customers(40))
    for _ in 0..<4 {
      #expect(throws: (any Error).self) {
        try house.carry(wantsStop: { true })
      }
    }
    try house.carry()
    #expect(try house.runs().count == 1)
  }

  @Test("lays a file aside that ended the program twice")
  func poison() throws {
    let house = try TemporaryHouse()
    try house.drop("shop.csv", customers(40))
    for _ in 0..<2 {
      // The process dies while it draws: nothing after it happens any more.
      let wire = DeadlyWire()
      #expect(throws: Cut.self) {
        try house.carry(
          wire: wire.wire,
          drawing: Drawing { _ in
            wire.cut()
            throw Cut()
          }
        )
      }
    }
    try house.carry()
    #expect(try house.runs().isEmpty)
    let text = try house.text(house.failed.appending(path: "shop.csv.error.txt"))
    #expect(text.contains("ended twice"))
  }

  @Test("finds the one among many that ends the program while it is read, and takes the others")
  func culprit() throws {
    let house = try TemporaryHouse()
    for number in 1...3 {
      try house.drop("shop-\(number).csv", customers(10, seed: number))
    }
    let porter = try house.porter()
    let listing = InboxListing(root: porter.house.inbox.root, watch: house.settings.watch)
    #expect(try porter.claim(listing.entries()) == 3)
    let claims = try porter.house.inbox.claimed()
    // Twice a run was begun, and the second time the program ended while it read the second file.
    let records = try claims.map { claim in
      let hash = try ContentReader.hash(porter.house.inbox.work.open(claim.fileName))
      return Delivery(claim: claim, sha256: try #require(hash)).record
    }
    _ = try porter.house.store.begin(records)
    _ = try porter.house.store.begin(records)
    try porter.house.store.reading(token: claims[1].token)
    try house.carry()
    #expect(try house.names(house.failed) == ["shop-2.csv", "shop-2.csv.error.txt"])
    #expect(try house.store().counts() == ["accepted": 2, "refused": 1])
    #expect(try house.runs().count == 1)
  }

  @Test("refuses a file above the limit by its size")
  func tooLarge() throws {
    let house = try TemporaryHouse(yaml: "limits: {file: 100B}")
    try house.drop("shop.csv", customers(40))
    try house.carry()
    let text = try house.text(house.failed.appending(path: "shop.csv.error.txt"))
    #expect(text.contains("more than the 100 bytes allowed") && text.contains("limits.file"))
  }

  @Test("takes the marker away with the file it speaks of")
  func marker() throws {
    let house = try TemporaryHouse(yaml: "watch: {done-marker: .done}")
    try house.drop("shop.csv", customers(10))
    try house.drop("shop.csv.done", "")
    try house.drop("later.csv", customers(10, seed: 2))
    try house.carry()
    #expect(try house.runs().count == 1)
    #expect(try house.names(house.inbox) == [".failed", ".work", "later.csv"])
  }

  @Test("does not blame a file for a disk that was full for a while")
  func fullDisk() throws {
    let house = try TemporaryHouse()
    try house.drop("shop.csv", customers(40))
    for _ in 0..<5 {
      #expect(throws: FileFailure.self) {
        try house.carry(
          drawing: Drawing { _ in
            throw FileFailure(attempt: "write", path: "outbox", code: 28)
          }
        )
      }
    }
    try house.carry()
    #expect(try house.runs().count == 1)
  }

  @Test("finds a run published already when its store is lost, and publishes nothing twice")
  func lostStore() throws {
    let house = try TemporaryHouse()
    try house.drop("shop.csv", customers(40))
    try house.carry()
    let before = try house.runs()
    try FileManager.default.removeItem(at: house.state.appending(path: "segmentd.sqlite"))
    try house.drop("shop.csv", customers(40))
    try house.carry()
    #expect(try house.runs() == before)
    #expect(try house.everyRunIsWhole())
  }

  @Test("publishes a damaged run again under its name")
  func damaged() throws {
    let house = try TemporaryHouse()
    try house.drop("shop.csv", customers(40))
    try house.carry()
    let run = try house.runs()[0]
    try Data("x".utf8).write(to: house.outbox.appending(path: run + "/segments.csv"))
    try FileManager.default.removeItem(at: house.state.appending(path: "segmentd.sqlite"))
    try house.drop("shop.csv", customers(40))
    try house.carry()
    #expect(try house.runs() == [run])
    #expect(try house.everyRunIsWhole())
  }
}
