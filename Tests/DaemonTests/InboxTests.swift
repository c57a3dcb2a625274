import Foundation
import Glibc
import Testing

@testable import Daemon

@Suite("The inbox")
struct InboxTests {
  @Test("leaves pipes, links, folders, hidden and unfinished files alone, and says why")
  func leftAlone() throws {
    let house = try TemporaryHouse()
    try house.drop("good.csv", "a,b\n1,2\n")
    try house.drop("half.csv.part", "a,b\n")
    try house.drop(".hidden.csv", "a,b\n")
    try house.drop("twice.csv", "a,b\n")
    try FileManager.default.linkItem(
      at: house.inbox.appending(path: "twice.csv"),
      to: house.root.appending(path: "other-name")
    )
    try FileManager.default.createSymbolicLink(
      atPath: house.inbox.path + "/link.csv",
      withDestinationPath: "/etc/passwd"
    )
    unsafe #expect(mkfifo(house.inbox.path + "/pipe.csv", 0o600) == 0)
    try house.drop("Not A Dataset/x.csv", "a\n")
    let listing = try InboxListing(
      root: Folder(at: house.settings.inbox),
      watch: house.settings.watch
    )
    let found = try Dictionary(
      uniqueKeysWithValues: listing.entries().map { ($0.place.shown, $0.skipped) }
    )
    #expect(
      found == [
        "good.csv": nil, "half.csv.part": .ignoredName, ".hidden.csv": .ignoredName,
        "twice.csv": .severalNames, "link.csv": .link, "pipe.csv": .notAFile,
        "Not A Dataset": .folderName,
      ]
    )
  }

  @Test("waits for the marker where one is configured")
  func marker() throws {
    let house = try TemporaryHouse(yaml: "watch: {done-marker: .done}")
    try house.drop("a.csv", "a\n")
    try house.drop("b.csv", "a\n")
    try house.drop("b.csv.done", "")
    let listing = try InboxListing(
      root: Folder(at: house.settings.inbox),
      watch: house.settings.watch
    )
    let found = try listing.entries().map { "\($0.place.shown) \($0.skipped == nil)" }
    #expect(found == ["a.csv false", "b.csv true"])
  }

  @Test("sees a writer that is at work and one that has gone")
  func lease() throws {
    let house = try TemporaryHouse()
    try house.drop("a.csv", "a\n")
    let folder = try Folder(at: house.settings.inbox)
    let writer = try FileHandle(forWritingTo: house.inbox.appending(path: "a.csv"))
    let seen = try folder.open(FileName("a.csv")).writer()
    #expect(seen == .present || seen == .unknown)
    try writer.close()
    #expect(try folder.open(FileName("a.csv")).writer() != .present)
  }

  @Test("never follows a link and never waits for a pipe when it opens")
  func opening() throws {
    let house = try TemporaryHouse()
    try FileManager.default.createSymbolicLink(
      atPath: house.inbox.path + "/link.csv",
      withDestinationPath: "/etc/passwd"
    )
    unsafe #expect(mkfifo(house.inbox.path + "/pipe.csv", 0o600) == 0)
    let folder = try Folder(at: house.settings.inbox)
    #expect(throws: FileFailure.self) { try folder.open(FileName("link.csv")) }
    #expect(throws: FileFailure.self) { try folder.open(FileName("pipe.csv")) }
    #expect(throws: FileFailure.self) { try folder.open(FileName(".work")) }
  }

  @Test("keeps apart names that look alike, and reads names that are no text")
  func names() throws {
    let house = try TemporaryHouse()
    let names: [[UInt8]] = [
      Array("caf\u{e9}.csv".utf8), Array("cafe\u{301}.csv".utf8),
      [0xFF, 0x0A, 0x1B] + Array(".csv".utf8),
    ]
    let folder = try Folder(at: house.settings.inbox)
    for name in names {
      try folder.write(Array("a\n1\n".utf8), to: FileName(bytes: name))
    }
    #expect(try Set(folder.names().map(\.bytes)) == Set(names))
    let porter = try house.porter()
    let listing = InboxListing(root: folder, watch: house.settings.watch)
    #expect(try porter.claim(listing.entries()) == 3)
    #expect(try Set(porter.house.inbox.claimed().map(\.note.name)) == Set(names))
    #expect(FileName(bytes: names[2]).shown == "\\x??\\u{a}\\u{1b}.csv")
  }

  @Test("gives a file back that changed after it had settled")
  func putBack() throws {
    let house = try TemporaryHouse()
    try house.drop("shop/a.csv", "a\n1\n")
    let porter = try house.porter()
    let listing = InboxListing(root: porter.house.inbox.root, watch: house.settings.watch)
    #expect(try porter.claim(listing.entries()) == 1)
    #expect(try house.names(house.inbox.appending(path: "shop")) == [])
    let claim = try #require(try porter.house.inbox.claimed().first)
    #expect(claim.note.dataset == "shop" && claim.note.isPinned)
    try porter.house.inbox.putBack(claim)
    #expect(try house.names(house.inbox.appending(path: "shop")) == ["a.csv"])
    #expect(try house.names(house.inbox.appending(path: ".work")) == [])
  }

  @Test("does not take a file that changed since it was looked at")
  func changedBeforeClaim() throws {
    let house = try TemporaryHouse()
    try house.drop("a.csv", "a\n1\n")
    let porter = try house.porter()
    let entries = try InboxListing(root: porter.house.inbox.root, watch: house.settings.watch)
      .entries()
    try house.drop("a.csv", "a\n1\n2\n")
    #expect(try porter.claim(entries) == 0)
    #expect(try house.names(house.inbox).contains("a.csv"))
  }
}
