import Foundation
import Segments
import Testing

@testable import Daemon

@Suite("Limits")
struct LimitTests {
  private func report(_ house: TemporaryHouse) throws -> SegmentReport {
    let run = try #require(try house.runs().first)
    let json = try house.text(house.outbox.appending(path: run + "/report.json"))
    return try SegmentReport(json: Array(json.utf8))
  }

  @Test("do not stand in the way of packed exports, which give the same report as plain ones")
  func packed() throws {
    let text = Array(customers(60).utf8)
    let plain = try TemporaryHouse()
    try plain.drop("shop.csv", customers(60))
    try plain.carry()
    for compression in Compression.allCases {
      let house = try TemporaryHouse()
      let packed = try Packing.pack(text, compression)
      let name = "shop.csv" + compression.rawValue
      try Data(packed).write(to: house.inbox.appending(path: name))
      try house.carry()
      #expect(try report(house) == report(plain))
      let kept = try house.names(house.state.appending(path: "deliveries"))
      #expect(kept == [Digest.text(of: packed) + ".zst"])
    }
  }

  @Test(
    "refuse a file that is beyond them, and say which limit to raise",
    arguments: [
      ("file: 500B", "more than the 500 bytes allowed", "limits.file"),
      ("columns: 2", "3 or more columns where at most 2 are allowed", "limits.columns"),
      ("field: 4B", "A field is longer than 4 bytes", "limits.field"),
      ("rejected-share: 0.01", "rows would be dropped", "rejected-share"),
    ]
  )
  func refusals(_ limit: String, _ what: String, _ toDo: String) throws {
    let house = try TemporaryHouse(yaml: "watch: {settle: 10ms}\nlimits: {\(limit)}")
    try house.drop("shop.csv", customers(60) + "x,,\ny,,\n")
    try house.carry()
    #expect(try house.runs().isEmpty)
    let text = try house.text(house.failed.appending(path: "shop.csv.error.txt"))
    #expect(text.contains(what), "\(text)")
    #expect(text.contains(toDo), "\(text)")
  }

  @Test(
    "of unpacking refuse a packed file",
    arguments: [
      ("expanded: 1KiB", "more than the 1 KiB allowed", "limits.expanded"),
      ("ratio: 2", "more than 2 times its size", "limits.ratio"),
    ]
  )
  func unpacking(_ limit: String, _ what: String, _ toDo: String) throws {
    let house = try TemporaryHouse(yaml: "watch: {settle: 10ms}\nlimits: {\(limit)}")
    let text = Array((customers(60) + String(repeating: "a,1,2\n", count: 3 << 20)).utf8)
    try Data(Packing.zstd(text)).write(to: house.inbox.appending(path: "shop.csv.zst"))
    try house.carry()
    let why = try house.text(house.failed.appending(path: "shop.csv.zst.error.txt"))
    #expect(why.contains(what) && why.contains(toDo) && why.contains("shop.csv.zst"), "\(why)")
  }

  @Test("are read from the configuration with their units, and acted on without a warning")
  func configuration() throws {
    let settings = try read(
      """
      limits: {file: 1GiB, expanded: 2GiB, ratio: 50, columns: 10, field: 2KiB, \
      rejected-share: 0.1, memory: 512MiB}
      keep: {files: 400d}
      """
    )
    let limits = settings.limits
    #expect(limits.fileBytes == 1 << 30)
    #expect(limits.expandedBytes == 2 << 30)
    #expect(limits.memoryBytes == 512 << 20)
    #expect(limits.ratio == 50)
    #expect(limits.columns == 10 && limits.fieldBytes == 2048)
    #expect(limits.rejectedShare == 0.1)
    #expect(settings.keep.files == .seconds(400 * 86_400))
    #expect(settings.warnings == [])
    #expect(limits.reading == ReadingLimits(columns: 10, fieldBytes: 2048))
  }

  @Test(
    "that make no sense are faults",
    arguments: [
      ("ratio: 0", "limits.ratio: `0` does not fit here. Write a whole number from 1 to 1000000."),
      (
        "field: 1GiB",
        "limits.field: `1GiB` does not fit here. Write a size with its unit of at most 512 MiB"
      ),
      ("file: 0B", "limits.file: `0B` does not fit here."),
      ("memory: lots", "limits.memory: `lots` does not fit here."),
      ("rejected-share: 2", "limits.rejected-share: `2` does not fit here."),
      ("expandet: 1GiB", "expanded"),
    ]
  )
  func faults(_ limit: String, _ words: String) {
    do {
      _ = try read("limits: {\(limit)}")
      Issue.record("\(limit) was taken")
    } catch {
      #expect(error.faults.contains { $0.shown.contains(words) }, "\(error)")
    }
  }
}
