import Testing

@testable import Segments

@Suite("A shelf opened for the customers of a few new orders")
struct OpenedShelfTests {
  /// How the amounts of a shop are written; a column of the ledger counts cents or whole pieces where it can.
  enum Amounts: Int64, CaseIterable {
    case millionths = 1
    case cents = 10_000
    case pieces = 1_000_000
  }

  private struct Shop {
    var generator: SplitMix
    var amounts: Amounts

    mutating func next(_ bound: UInt64) -> Int64 { Int64(generator.next() % bound) }

    mutating func row(_ spread: UInt64) -> OrderRow {
      var row = OrderRow(day: 19_000 + Int32(next(spread)), second: Int32(next(spread) / 900))
      row.lines = next(9) == 0 ? 0 : 1
      if row.lines == 0 { (row.returnLines, row.returnAmount) = (1, Micros(raw: next(900))) }
      row.amount = Micros(raw: next(spread) * amounts.rawValue - next(2) * 70 * amounts.rawValue)
      row.items = Micros(raw: next(3) * 1_000_000)
      return row
    }

    /// Orders and loose lines of random customers; a larger spread of numbers needs more bytes.
    mutating func rows(_ count: Int, spread: UInt64, acceptance: Int32) -> ShelfRows {
      var rows = ShelfRows()
      for _ in 0..<count {
        let customer = Key("c\(next(12))" + (next(4) == 0 ? "-with a long key" : ""))
        if next(7) == 0 {
          rows.append(LooseLine(customer: customer, row: row(spread)), copies: 1 + Int32(next(2)))
          continue
        }
        let version = Version(
          updated: next(3),
          fileDay: 19_000,
          nameDay: 0,
          acceptance: acceptance
        )
        var order = LedgerOrder(row: row(spread), version: version)
        for _ in 0..<next(4) { order.bought.insert(UInt32(next(1 << 32))) }
        rows.append(OrderKey(customer: customer, order: Key("\(next(400))")), order)
      }
      return rows.sorted()
    }
  }

  @Test("is what all of its rows would be written as, to the last byte", arguments: 1...40)
  func twin(seed: UInt64) throws {
    for amounts in Amounts.allCases {
      var shop = Shop(generator: SplitMix(seed: seed), amounts: amounts)
      var bytes = shop.rows(1 + Int(shop.next(90)), spread: 300, acceptance: 0).deduplicated.bytes
      for turn in Int32(1)...6 {
        let known = try #require(ShelfRows(bytes))
        let spread: UInt64 = [3, 300, 30_000, 1 << 24][Int(shop.next(4))]
        let new = shop.rows(1 + Int(shop.next(3)), spread: spread, acceptance: turn)
        var (change, twin) = (ShelfChange(), ShelfChange())
        let joined = known.joined(with: new, &twin)
        let opened = try #require(OpenedShelf(bytes, joining: new, &change))
        #expect(opened.newBytes == joined.bytes, "seed \(seed), \(amounts), turn \(turn)")
        #expect(opened.rowsAfter == joined.count && opened.rowsBefore == known.count)
        #expect(change.news == twin.news)
        #expect(change.added == twin.added && change.removed == twin.removed)
        let sheet = HistorySheet(opened, on: HistorySheet(known))
        #expect(sheet == HistorySheet(joined), "seed \(seed), \(amounts), turn \(turn)")
        bytes = joined.bytes
      }
    }
  }

  @Test("reads the rows of no customer without anything new")
  func passes() throws {
    var shop = Shop(generator: SplitMix(seed: 3), amounts: .cents)
    let bytes = shop.rows(90, spread: 300, acceptance: 0).deduplicated.bytes
    var (new, change) = (ShelfRows(), ShelfChange())
    let order = LedgerOrder(row: shop.row(300), version: Version())
    new.append(OrderKey(customer: Key("nobody"), order: Key("1")), order)
    let opened = try #require(OpenedShelf(bytes, joining: new, &change))
    #expect(opened.joined.count == 1)
    #expect(opened.rowsAfter == opened.rowsBefore + 1)
  }

  @Test("that is damaged is refused and never traps", arguments: 1...5)
  func damage(seed: UInt64) {
    var shop = Shop(generator: SplitMix(seed: seed), amounts: .cents)
    let whole = shop.rows(60, spread: 300, acceptance: 0).deduplicated.bytes
    let new = shop.rows(4, spread: 300, acceptance: 1)
    var unused = ShelfChange()
    #expect(OpenedShelf([], joining: new, &unused) == nil)
    for _ in 0..<200 {
      var bytes = whole
      bytes[Int(shop.next(UInt64(bytes.count)))] = UInt8(shop.next(256))
      if shop.next(2) == 0 { bytes.removeLast(Int(shop.next(40))) }
      var change = ShelfChange()
      // Whatever it is taken for, it is read and written to its end.
      guard let opened = OpenedShelf(bytes, joining: new, &change) else { continue }
      #expect(!opened.newBytes.isEmpty)
      #expect(HistorySheet(opened, on: HistorySheet()) == nil)
    }
  }
}

extension ShelfRows {
  /// Each key once, as on a shelf.
  fileprivate var deduplicated: ShelfRows {
    var change = ShelfChange()
    return ShelfRows().joined(with: self, &change)
  }
}
