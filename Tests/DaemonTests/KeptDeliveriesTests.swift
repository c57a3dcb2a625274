import Foundation
import Segments
import Testing

@testable import Daemon

@Suite("Kept deliveries")
struct KeptDeliveriesTests {
  private let house: TemporaryHouse
  private let kept: KeptDeliveries
  private let work: Folder

  init() throws {
    house = try TemporaryHouse()
    kept = try KeptDeliveries(state: Folder(at: house.state.path))
    work = try Folder(at: house.inbox.path)
  }

  private func keep(_ bytes: [UInt8], as name: String = "a.csv") throws -> String {
    try Data(bytes).write(to: house.inbox.appending(path: name))
    let hash = Digest.text(of: bytes)
    #expect(try kept.keep(FileName(name), in: work, sha256: hash))
    return hash
  }

  private func bytes(of export: Export?) throws -> [UInt8] {
    let blocks = try #require(export).open()
    var block = [UInt8](repeating: 0, count: 1000)
    var bytes: [UInt8] = []
    while true {
      let count = try blocks(&block)
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }

  @Test("come back as they were dropped, from fewer bytes")
  func roundTrip() throws {
    let text = Array(customers(2000).utf8)
    let hash = try keep(text)
    let export = try kept.export(hash, droppedAs: FileName("a.csv"), day: 7)
    #expect(try bytes(of: export) == text)
    #expect(export?.name == "a.csv" && export?.receivedDay == 7)
    #expect(try kept.check(hash) == .whole)
    #expect(try kept.hashes() == [hash])
    let file = house.state.appending(path: "deliveries/\(hash).zst")
    #expect(try Data(contentsOf: file).count < text.count / 3)
  }

  @Test(
    "come back as a table even if they were dropped packed; the hash is that of what was dropped"
  )
  func packedDelivery() throws {
    let text = Array(customers(50).utf8)
    for compression in Compression.allCases {
      let name = "a.csv" + compression.rawValue
      let hash = try keep(Packing.pack(text, compression), as: name)
      #expect(try bytes(of: kept.export(hash, droppedAs: FileName(name), day: nil)) == text)
      #expect(try kept.check(hash) == .whole)
    }
  }

  @Test("of earlier versions, which were not packed, are read too")
  func plain() throws {
    let text = Array(customers(50).utf8)
    let hash = Digest.text(of: text)
    try Data(text).write(to: house.state.appending(path: "deliveries/\(hash).csv"))
    #expect(try bytes(of: kept.export(hash, droppedAs: FileName("a.csv"), day: nil)) == text)
    #expect(try kept.check(hash) == .whole)
    #expect(try keep(text) == hash)
    #expect(try kept.count() == 1)
  }

  @Test("are found out when they are missing or were changed")
  func damage() throws {
    let hash = try keep(Array(customers(50).utf8))
    #expect(try kept.check(String(repeating: "0", count: 64)) == .missing)
    #expect(try kept.export("0", droppedAs: FileName("a.csv"), day: nil) == nil)
    let file = house.state.appending(path: "deliveries/\(hash).zst")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: file)
    guard case .damaged(let why) = try kept.check(hash) else {
      Issue.record("the change was not found")
      return
    }
    #expect(!why.isEmpty)
    try Data(Packing.zstd(Array("other".utf8))).write(to: file)
    #expect(try kept.check(hash) == .damaged("its bytes are not those of its hash"))
  }

  @Test("are not kept when the file has changed since it was hashed")
  func changed() throws {
    try house.drop("a.csv", "x\n")
    #expect(try !kept.keep(FileName("a.csv"), in: work, sha256: Digest.text(of: [1])))
    #expect(try house.names(house.state.appending(path: "deliveries")) == [])
  }

  @Test("expire by age when they are to")
  func expiry() throws {
    let hash = try keep(Array("x\n".utf8))
    let now = Int64(Date().timeIntervalSince1970)
    #expect(try kept.expire(keptBefore: now - 100) == [])
    #expect(try kept.expire(keptBefore: now + 100) == [hash])
    #expect(try kept.check(hash) == .missing)
  }
}
