import Tables
import Testing

@testable import Segments

@Suite("An order book")
struct OrderBookTests {
  private func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  private func order(day: Int32, cents: Int64) -> HarvestedOrder {
    var row = OrderRow(day: day, second: 0)
    (row.amount, row.lines) = (Micros(raw: cents * 10_000), 1)
    return HarvestedOrder(row: row, updated: Int64(day))
  }

  @Test(
    "holds what a dictionary would, however its parts are split (seeds 1 to 20)",
    arguments: 1...20
  )
  func twin(seed: UInt64) {
    var state = seed
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    var twin: [OrderKey: HarvestedOrder] = [:]
    var codes: [OrderKey: Set<UInt32>] = [:]
    var whole = OrderBook()
    var part = FoldedOrders()
    for _ in 0..<500 {
      // Short digits on both sides: "1" of "23" and "12" of "3" must stay apart.
      let (customer, number) = ("\(next(30))", "\(next(40))")
      let one = order(day: Int32(next(900)), cents: Int64(next(5000)))
      let key = OrderKey(customer: Key(customer), order: Key(number))
      twin[key]?.join(one, .line)
      if twin[key] == nil { twin[key] = one }
      let keys = KeyColumns(
        customers: TextColumn(["", customer]),
        orders: TextColumn(["x", number]),
      )
      let category = next(3) == 0 ? UInt32(next(3)) * 2 + 1 : nil
      let line: ItemCodes.Line = (UInt32(next(12)) * 2, category)
      codes[key, default: []].formUnion([line.product, line.category].compactMap(\.self))
      part.append(one, [line.product, line.category].compactMap(\.self).sorted(), of: 1, keys)
      if next(50) == 0 {
        whole.join(part, .line)
        part = FoldedOrders()
      }
    }
    whole.join(part, .line)
    #expect(whole.count == twin.count)
    #expect(whole.mapValues(\.row) == twin.mapValues(\.row))
    #expect(whole.mapValues(\.updated) == twin.mapValues(\.updated))
    for (key, value) in twin {
      #expect(whole[key]?.row == value.row)
      let found = whole.number(of: key).map { Array(whole.codes(of: $0)) }
      #expect(found == codes[key]?.sorted())
    }
    #expect(whole[OrderKey(customer: Key("x"), order: Key("1"))] == nil)
  }

  @Test("makes the same key of bytes as of text")
  func keys() {
    for cell in ["17850", "'007", "Ann@X.com", "", "é", "'", "'a@B.c", "C536379"] {
      let key = Key.normalized(bytes(cell))
      #expect(Array(key) == Array(Key.normalized(cell).text.utf8))
    }
  }
}
