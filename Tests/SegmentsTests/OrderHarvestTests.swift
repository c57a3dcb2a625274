import Testing

@testable import Segments

@Suite("Order lines")
struct OrderHarvestTests {
  /// One customer as a slow, independent look at the lines finds it.
  private struct Slow: Equatable {
    var last = ""
    var orders: Set<String> = []
    var cents: Int64 = 0
  }

  /// Lines of a made-up shop, some of them dirty, enough for several pieces and cores.
  private func lines(_ count: Int) -> [[String]] {
    var state: UInt64 = 7
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    return (0..<count).map { line in
      let order = line / 7
      let customer = order * 31 % 401
      let day = order % 28 + 1
      return [
        (order % 53 == 0 ? "C" : "") + "\(500_000 + order)", "\(1 + next(9))",
        "2026-03-\(day < 10 ? "0" : "")\(day) 10:\(10 + order % 50)",
        "\(1 + next(40)).\(10 + next(90))", next(20) == 0 ? "" : "\(10_000 + customer)",
        next(9) == 0 ? "\"two\nlines, \"\"quoted\"\"\"" : "plain",
      ]
    }
  }

  @Test("are dropped for the first rule they break, whatever lines they share with others")
  func firstReason() throws {
    let text = """
      order,customer,date,unit_price,quantity
      1,a,2026-03-01,5,1
      1,a,2026-03-01,0,1
      1,a,2026-03-01,,1
      2,,2026-03-01,5,1
      2,,2026-03-01,,1
      2,,2026-03-01,0,1
      3,b,soon,5,1
      3,b,soon,0,1
      3,b,soon,x,1
      4,c,2999-01-01,x,1
      4,c,2999-01-01,7,1
      """
    let filler = (5...40).map { "\($0),d,2026-03-02,5,1" }.joined(separator: "\n")
    var export = SmallShop.export(text + "\n" + filler)
    export.receivedDay = 20_600
    let harvest = try Pipeline(dataset: "shop", recipe: Recipe())
      .harvest(export, fitting: Ledger())
    let reasons = harvest.rejected.map { "\($0.line) \($0.column) \($0.rule) \($0.value)" }
    #expect(
      reasons == [
        "3 unit_price zero 0", "4 unit_price missing ", "5 customer missing ",
        "6 customer missing ", "7 customer missing ", "8 date unreadable soon",
        "9 unit_price zero 0", "10 date unreadable soon", "11 unit_price unreadable x",
        "12 date unreadable 2999-01-01",
      ]
    )
  }

  @Test("come to the recency, frequency and spend of a slow count, with limits of any size")
  func slowTwin() throws {
    let lines = lines(20_000)
    var slow: [String: Slow] = [:]
    for line in lines where !line[4].isEmpty && !line[0].hasPrefix("C") {
      let price = line[3].split(separator: ".").compactMap { Int64($0) }
      slow[line[4], default: Slow()].cents += (price[0] * 100 + price[1]) * (Int64(line[1]) ?? 0)
      slow[line[4], default: Slow()].orders.insert(line[0])
      let last = slow[line[4]]?.last ?? ""
      slow[line[4], default: Slow()].last = max(last, String(line[2].prefix(10)))
    }
    let header = "InvoiceNo,Quantity,InvoiceDate,UnitPrice,CustomerID,Description\n"
    let text = header + lines.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    let export = Export(name: "shop.csv", bytes: Array(text.utf8))
    let pipeline = Pipeline(dataset: "shop", recipe: Recipe())
    let harvest = try pipeline.harvest(export, fitting: Ledger())
    var ledger = Ledger()
    try ledger.merge(harvest)
    let table = FeatureBuilder.table(of: ledger, recipe: Recipe())
    #expect(table.customers.map(\.text) == slow.keys.sorted())
    #expect(harvest.rowsRead == lines.count)
    #expect(harvest.rejected.count == lines.count { $0[4].isEmpty })
    #expect(harvest.rejected.map(\.line) == harvest.rejected.map(\.line).sorted())
    for (row, customer) in table.customers.enumerated() {
      let twin = try #require(slow[customer.text])
      let frequency = table.feature(named: "frequency")?.values[row]
      let monetary = table.feature(named: "monetary")?.values[row]
      let recency = try #require(table.feature(named: "recency")?.values[row] ?? nil)
      #expect(frequency == Double(twin.orders.count))
      #expect(monetary == Double(twin.cents) / 100)
      #expect(28 - Int(recency) == Int(twin.last.suffix(2)))
    }
  }

  @Test("that need more memory than allowed refuse the file")
  func memory() throws {
    let header = "InvoiceNo,Quantity,InvoiceDate,UnitPrice,CustomerID,Description\n"
    let text = header + lines(7000).map { $0.joined(separator: ",") }.joined(separator: "\n")
    var export = Export(name: "shop.csv", bytes: Array(text.utf8))
    export.allowance = Allowance(bytes: 10_000)
    do {
      _ = try Pipeline(dataset: "shop", recipe: Recipe()).harvest(export, fitting: Ledger())
      Issue.record("the file was taken")
    } catch {
      guard case .refused(let refusal) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(refusal.what.contains("need more than the 0 MiB of memory allowed"))
      #expect(refusal.toDo.contains("limits.memory"))
    }
  }
}
