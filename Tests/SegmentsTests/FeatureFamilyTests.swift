import Foundation
import Testing

@testable import Segments

/// Every family, so that a new one cannot forget the contract.
private let families: [(name: String, features: [String])] = [
  ("RecencyFamily", ["recency"]), ("FrequencyFamily", ["frequency"]),
  ("MonetaryFamily", ["monetary"]),
  ("BasketFamily", ["averageOrderValue", "items", "basketSize"]), ("TenureFamily", ["tenure"]),
  ("ReturnsFamily", ["returns", "returnsShare"]),
  ("RhythmFamily", ["daysBetweenOrders", "daysBetweenOrdersSpread", "daysOverdue"]),
  ("DiscountFamily", ["discountShare"]), ("VarietyFamily", ["products", "categories"]),
  ("FirstOrderFamily", ["firstOrderValue"]), ("CalendarFamily", ["weekendShare", "eveningShare"]),
  ("MomentumFamily", ["lastQuarterShare", "growth"]),
]

@Suite("Every feature family")
struct FeatureFamilyTests {
  private static let units = [
    "days", "orders", "items", "products", "categories", "currency", "share", "balance",
  ]

  /// A shop with every kind of column: times, discounts, products, categories, returns.
  private static func shop(seed: UInt64) -> [String] {
    var state = seed
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    return (1...240).map { order in
      let day = String(next(28) + 1).leftPadded(2)
      let month = String(next(12) + 1).leftPadded(2)
      let cents = next(90_000)
      let amount = "\(cents / 100).\(String(cents % 100).leftPadded(2))1"
      let sign = next(9) == 0 ? "-" : ""
      return "\(order),c\(next(30)),2024-\(month)-\(day) \(next(14) + 10):00,\(sign)\(amount),"
        + "\(next(5) + 1),\(next(4)).50,SKU-\(next(9)),cat-\(next(3))"
    }
  }

  private static let header = "order,customer,date,total,quantity,discount amount,sku,category\n"

  private static func table(_ lines: [String]) throws -> FeatureTable {
    try SmallShop.table(header + lines.joined(separator: "\n") + "\n")
  }

  @Test("is on the list, with features of unique names and known units, 24 at most")
  func complete() {
    let all = FeatureFamilies.all.map { (String(describing: type(of: $0)), $0.features) }
    #expect(all.map(\.0) == families.map(\.name))
    #expect(all.map { $0.1.map(\.name) } == families.map(\.features))
    let names = FeatureFamilies.features.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count <= Schema.mostFeatures)
    #expect(FeatureFamilies.features.allSatisfy { Self.units.contains($0.unit) })
    #expect(FeatureFamilies.always.isSubset(of: names))
    #expect(Clustered.core.isSubset(of: FeatureFamilies.always))
  }

  @Test("says the same to the last bit for shuffled rows", arguments: [UInt64(1), 2, 3])
  func shuffled(seed: UInt64) throws {
    let lines = Self.shop(seed: seed)
    let straight = try Self.table(lines)
    let shuffled = try Self.table(
      lines.sorted { $0.reversed().lexicographicallyPrecedes($1.reversed()) }
    )
    #expect(straight == shuffled, "seed \(seed)")
    #expect(straight.features.map(\.name) == FeatureFamilies.features.map(\.name))
  }

  @Test("gives finite numbers, shares from 0 to 1 and nothing negative but growth")
  func bounds() throws {
    for feature in try Self.table(Self.shop(seed: 9)).features {
      #expect(feature.present.allSatisfy { $0.isFinite })
      if feature.unit == "share" { #expect(feature.present.allSatisfy { (0...1).contains($0) }) }
      if feature.unit == "balance" {
        #expect(feature.present.allSatisfy { (-1...1).contains($0) })
      } else {
        #expect(feature.present.allSatisfy { $0 >= 0 })
      }
    }
  }

  @Test("has an answer, or none, for one order of nothing")
  func single() {
    let history = CustomerHistory([OrderRow(day: 19_000, second: 0, lines: 1)])
    let days = ShopDays(first: 19_000, asOf: 19_000, knowsHours: false)
    let values = FeatureFamilies.features.map { ($0.name, $0.value(history, days)) }
    let missing = values.filter { $0.1 == nil }.map(\.0)
    #expect(
      missing == [
        "returnsShare", "daysBetweenOrders", "daysBetweenOrdersSpread", "daysOverdue",
        "discountShare", "products", "categories", "eveningShare", "lastQuarterShare", "growth",
      ]
    )
    #expect(values.allSatisfy { $0.1?.isFinite ?? true })
  }

  @Test("is worked out by hand for three customers")
  func byHand() throws {
    let table = try SmallShop.table(
      Self.header + """
        1,anna,2024-01-06 09:00,30,3,10,A,x
        1,anna,2024-01-06 09:00,10,1,0,B,x
        2,anna,2024-01-16 19:30,20,2,0,A,y
        3,anna,2024-01-16 20:00,15,2,0,A,y
        4,anna,2024-02-15 10:00,25,1,0,C,x
        C5,anna,2024-02-16 10:00,-25,-1,0,C,x
        6,berta,2024-12-31 12:00,80,4,20,A,x
        7,carl,2024-06-30 05:00,50,1,0,B,x
        8,carl,2024-12-01 05:00,100,1,0,B,x

        """
    )
    func values(_ name: String) -> [Double?]? { table.feature(named: name)?.values }
    #expect(values("recency") == [320, 0, 30])
    #expect(values("frequency") == [4, 1, 2])
    #expect(values("monetary") == [100, 80, 150])
    #expect(values("averageOrderValue") == [25, 80, 75])
    #expect(values("items") == [9, 4, 2])
    #expect(values("basketSize") == [2.25, 4, 1])
    #expect(values("tenure") == [360, 0, 184])
    #expect(values("returns") == [1, 0, 0])
    #expect(values("returnsShare") == [0.25, 0, 0])
    #expect(values("daysBetweenOrders") == [20, nil, 154])
    #expect(values("daysBetweenOrdersSpread") == nil, "one customer alone does not vary")
    #expect(values("daysOverdue") == [300, nil, 0])
    #expect(values("discountShare") == [10.0 / 110, 0.2, 0])
    #expect(values("products") == [3, 1, 1])
    #expect(values("categories") == [2, 1, 1])
    #expect(values("firstOrderValue") == [40, 80, 50])
    #expect(values("weekendShare") == [0.25, 0, 1])
    #expect(values("eveningShare") == [0.5, 0, 1])
    #expect(values("lastQuarterShare") == [0, 1, 100.0 / 150])
    #expect(values("growth") == [-1, nil, 1.0 / 3])
  }
}

extension String {
  fileprivate func leftPadded(_ width: Int) -> String {
    String(repeating: "0", count: max(0, width - count)) + self
  }
}
