import Clusters
import RealModule
import Tables

/// A made-up shop whose true segments are known, written as its platform would export it.
///
/// Purchase rates are gamma distributed around the segment's, orders arrive as a Poisson process over one
/// year, baskets are log-normal around the customer's own mean (the model behind Pareto/NBD and gamma–gamma).
/// The same seed gives the same bytes.
package struct ShopSample: Sendable {
  /// Dirt that real exports have.
  package enum Quirk: String, Sendable, CaseIterable {
    /// A few rows without values, with negative or zero ones.
    case dirt
    /// Orders that came back.
    case returns
    /// Lines of guests, without a customer.
    case guests
  }

  var customerCount: Int
  var quirks: Set<Quirk>
  private var generator: SeededGenerator

  package init(customers: Int, seed: UInt64, quirks: Set<Quirk> = [.returns]) {
    customerCount = customers
    self.quirks = quirks
    generator = SeededGenerator(seed: seed)
  }

  /// A group of customers that behave alike.
  struct Group {
    var name: String
    var share: Double
    /// Orders a year, and the shape of their gamma distribution.
    var ordersPerYear: Double
    var basket: Double
    var visitsPerOrder: Double
    var discountShare: Double
    /// Share of the year after which customers of this group stay away.
    var activeUntil: Double
  }

  /// The true segments.
  static let groups = [
    Group(
      name: "regulars",
      share: 0.22,
      ordersPerYear: 18,
      basket: 48,
      visitsPerOrder: 3,
      discountShare: 0.04,
      activeUntil: 1
    ),
    Group(
      name: "big baskets",
      share: 0.12,
      ordersPerYear: 7,
      basket: 260,
      visitsPerOrder: 4,
      discountShare: 0.02,
      activeUntil: 1
    ),
    Group(
      name: "bargain hunters",
      share: 0.26,
      ordersPerYear: 9,
      basket: 22,
      visitsPerOrder: 14,
      discountShare: 0.35,
      activeUntil: 1
    ),
    Group(
      name: "once and gone",
      share: 0.40,
      ordersPerYear: 2,
      basket: 55,
      visitsPerOrder: 2,
      discountShare: 0.08,
      activeUntil: 0.45
    ),
  ]

  /// The last day of the year that is told; no clock is read.
  static let lastDay: Int32 = 20_634  // 2026-06-30

  /// One customer and what they did.
  struct Customer {
    var number: Int
    var group: Int
    var orders: [(day: Int32, second: Int32, amount: Double)]
    var visits: Int
    var discounts: Double
  }

  mutating func nextCustomer(_ number: Int) -> Customer {
    let group = nextGroup()
    let kind = Self.groups[group]
    let rate = nextGamma(shape: 4) / 4 * kind.ordersPerYear
    let basket = kind.basket * Double.exp(0.25 * nextNormal())
    let firstDay = nextUniform() * 0.3
    var orders: [(day: Int32, second: Int32, amount: Double)] = []
    var time = firstDay
    repeat {
      let day = Self.lastDay - 364 + Int32(min(time, 1) * 364)
      let amount = max(1, basket * Double.exp(0.35 * nextNormal()))
      orders.append((day, Int32(28_800 + nextUniform() * 50_000), Self.cents(amount)))
      time -= Double.log(1 - nextUniform()) / max(rate, 0.1)
    } while time < kind.activeUntil
    let spend = orders.reduce(0) { $0 + $1.amount }
    return Customer(
      number: number,
      group: group,
      orders: orders,
      visits: orders.count
        + Int(Double(orders.count) * kind.visitsPerOrder * (0.5 + nextUniform())),
      discounts: Self.cents(spend * kind.discountShare * (0.5 + nextUniform()) + 0.5),
    )
  }

  private mutating func nextGroup() -> Int {
    var rest = nextUniform()
    for (place, group) in Self.groups.enumerated() {
      rest -= group.share
      if rest < 0 { return place }
    }
    return Self.groups.count - 1
  }

  static func cents(_ amount: Double) -> Double { (amount * 100).rounded() / 100 }
}

// MARK: - Chance

extension ShopSample {
  mutating func nextUniform() -> Double { Double(generator.next() >> 11) * 0x1p-53 }

  /// Box and Muller (1958).
  mutating func nextNormal() -> Double {
    let radius = (-2 * Double.log(1 - nextUniform())).squareRoot()
    return radius * Double.cos(2 * .pi * nextUniform())
  }

  /// Marsaglia and Tsang (2000), for shapes of at least 1.
  mutating func nextGamma(shape: Double) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = nextNormal()
      let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
      guard v > 0 else { continue }
      if Double.log(1 - nextUniform()) < 0.5 * x * x + d - d * v + d * Double.log(v) {
        return d * v
      }
    }
  }
}
