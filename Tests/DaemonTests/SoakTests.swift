import Foundation
import Segments
import Storage
import Testing

@testable import Daemon

/// Random days of a shop: exports that overlap, correct each other, arrive late or twice.
struct SoakDays {
  private var generator: any RandomNumberGenerator
  /// Order number to the lines of its newest version.
  private var orders: [Int: String] = [:]
  private var next = 1

  init(seed: UInt64) {
    generator = SoakGenerator(state: seed)
  }

  private mutating func roll(_ sides: Int) -> Int { Int(generator.next() % UInt64(sides)) }

  /// What the shop exports on one day: the orders of today, and those of some days before as they are now.
  mutating func export(_ day: Int) -> (name: String, text: String) {
    let date = Self.date(day)
    let first = next
    for _ in 0..<(6 + roll(8)) {
      orders[next] = line(next, date)
      next += 1
    }
    // A refund or a correction of something older.
    var shown = Array(first..<next)
    if first > 20, roll(2) == 0 {
      let old = first - 1 - roll(20)
      orders[old] = orders[old].map { $0.replacingOccurrences(of: ".50,", with: ".25,") }
      shown.append(old)
    }
    let back = roll(3) == 0 ? roll(30) : 0
    shown = Array(max(1, first - back)..<first) + shown
    let text = Set(shown).sorted().compactMap { orders[$0] }.joined()
    return ("shop/\(date).csv", "order,customer,date,amount,quantity\n" + text)
  }

  private mutating func line(_ number: Int, _ date: String) -> String {
    let customer = roll(60)
    let amount = 5 + (customer % 3) * 60 + roll(9)
    return "\(number),k\(customer),\(date),\(amount).50,\(1 + roll(3))\n"
  }

  static func date(_ day: Int) -> String {
    let month = 1 + day / 28
    let rest = 1 + day % 28
    return "2024-\(month < 10 ? "0" : "")\(month)-\(rest < 10 ? "0" : "")\(rest)"
  }
}

private struct SoakGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

@Suite("A soak of random days")
struct SoakTests {
  private static let yaml = """
    watch: {settle: 10ms}
    datasets: {shop: {selection: {methods: [{kmeans: {k: 3}}]}}}
    """

  @Test("ends equal to a rebuild and to all files at once", arguments: [UInt64(3), 20_261_122])
  func days(seed: UInt64) throws {
    var shop = SoakDays(seed: seed)
    var chance: any RandomNumberGenerator = SoakGenerator(state: seed ^ 77)
    func roll(_ sides: Int) -> Int { Int(chance.next() % UInt64(sides)) }
    let house = try TemporaryHouse(yaml: Self.yaml)
    let once = try TemporaryHouse(yaml: Self.yaml)
    var late: [(name: String, text: String)] = []
    for day in 0..<14 {
      let export = shop.export(day)
      try once.drop(export.name, export.text)
      if roll(4) == 0 { late.append(export) } else { try house.drop(export.name, export.text) }
      if roll(3) == 0, let waiting = late.popLast() { try house.drop(waiting.name, waiting.text) }
      if roll(4) == 0 { try house.drop("shop/again-\(day).csv", export.text) }
      if roll(3) == 0 {
        // The power goes after so many steps; the next start goes on from there.
        try? house.carry(wire: DeadlyWire(after: 1 + roll(120)).wire)
      }
      try house.carry()
      #expect(try house.everyRunIsWhole(), "seed \(seed), day \(day)")
    }
    for waiting in late { try house.drop(waiting.name, waiting.text) }
    try house.carry()
    try once.carry()
    let store = try house.store()
    #expect(try store.counts()["refused"] == nil, "seed \(seed)")
    let (soaked, whole) = (try Self.report(house), try Self.report(once))
    #expect(soaked.rows == whole.rows, "seed \(seed)")
    #expect(soaked.customers == whole.customers && soaked.features == whole.features)
    #expect(soaked.correlations == whole.correlations && soaked.scaling == whole.scaling)
    #expect(soaked.candidates == whole.candidates && soaked.choice == whole.choice)
    #expect(Self.partition(soaked) == Self.partition(whole), "seed \(seed)")
    let output = house.root.appending(path: "replay").path
    let results = try Replay(house.settings).run(dataset: "shop", output: output)
    #expect(results[0].differences == [], "seed \(seed)")
    #expect(try Verification(house.settings).faults == [])
  }

  private static func report(_ house: TemporaryHouse) throws -> SegmentReport {
    let json = try house.text(house.outbox.appending(path: "shop/latest/report.json"))
    return try SegmentReport(json: Array(json.utf8))
  }

  /// Sizes, values and features of the segments, whatever they are called.
  private static func partition(_ report: SegmentReport) -> [String] {
    report.segments.map { "\($0.size) \($0.value ?? 0) \($0.totals.sorted { $0.key < $1.key })" }
  }
}
