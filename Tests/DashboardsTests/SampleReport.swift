import Foundation

@testable import Segments

/// A made-up but consistent report: customers around hidden centers, all numbers computed from them.
struct SampleReport: Sendable {
  /// One made-up measure.
  struct Column: Sendable {
    var name: String
    var unit: String?
    var role: String?
    /// The value of a customer from the segment's place (0 to 1) and a normal random number.
    var value: @Sendable (Double, Double) -> Double
  }

  var customers = 600
  var segments = 3
  var columns = SampleReport.shop
  var names: [String]?
  var isDated = true
  var noise = 0
  var hasMap = true
  /// How many runs there have been; from two on the report speaks of change.
  var runs = 1
  var seed: UInt64 = 7

  /// Spend, orders, recency, a constant, a negative and a skewed measure.
  static let shop = [
    Column(name: "monetary", unit: "currency", role: "spend") { 200 * exp(2 * $0 + 0.5 * $1) },
    Column(name: "frequency", unit: "orders", role: "orders") { (1 + 8 * $0 + abs($1)).rounded() },
    Column(name: "recency", unit: "days", role: "recency") {
      max(0, (200 * (1 - $0) + 30 * $1).rounded())
    },
    Column(name: "loyalty_points", unit: nil, role: nil) { 50 * $0 * $0 + 10 * $1 },
    Column(name: "Z_Cost", unit: nil, role: nil) { _, _ in 3 },
    Column(name: "Annual Income (k$)", unit: nil, role: nil) { max(1, 40 + 20 * $0 + 12 * $1) },
  ]

  func report() -> SegmentReport {
    var generator = Generator(state: seed)
    let owners = (0..<customers).map { index in
      index < noise
        ? 0
        : 1
          + min(
            segments - 1,
            Int(Double(index - noise) / Double(max(1, customers - noise)) * Double(segments))
          )
    }
    let values = columns.map { column in
      owners.map { owner in
        column.value(Double(owner - 1) / Double(max(1, segments - 1)), generator.normal())
      }
    }
    let sizes = (1...max(1, segments)).map { id in owners.count { $0 == id } }
    let features = zip(columns, values).map { feature($0, $1, owners) }
    return SegmentReport(
      dataset: "sample_shop",
      asOf: isDated ? "2011-12-09" : nil,
      period: isDated ? .init(from: "2010-12-01", to: "2011-12-09") : nil,
      grain: isDated ? .lines : .customers,
      platform: "generic",
      roles: [:],
      rows: .init(
        read: customers + 54,
        kept: customers,
        rejected: ["missing": 35, "negative": 15, "zero": 4, "duplicate": 0, "unreadable": 0]
      ),
      customers: customers,
      orders: nil,
      amount: nil,
      currency: nil,
      returns: nil,
      features: features,
      correlations: correlations(values),
      scaling: .init(
        method: "log",
        rule: "skewed",
        numbers: [:],
        why: "skewed",
        parameters: [.init(feature: columns.first?.name ?? "", center: 5.2, scale: 0.8)]
      ),
      candidates: candidates(sizes),
      curves: curves(),
      choice: choice(),
      segments: sizes.enumerated().map { part($0 + 1, $1, values, owners, features) },
      noise: .init(size: noise, share: Double(noise) / Double(max(1, customers))),
      rfm: rfm(),
      map: hasMap ? map(values, owners) : nil,
      pairs: pairs(values, owners),
      migration: migration(sizes),
      drift: drift(),
      trend: trend(sizes),
      continuity: continuity(),
      quality: .init(
        deliveries: 1,
        checks: [
          .init(
            id: "missing",
            status: "ok",
            rows: 35,
            share: 0.01,
            columns: [],
            effect: "left-out",
            text: "x"
          ),
          .init(
            id: "something-new",
            status: "problem",
            rows: 9,
            share: 0.2,
            columns: ["monetary"],
            effect: "kept",
            text: "A check that this version has no words for, which goes on for a while."
          ),
        ]
      ),
      findings: [
        .init(
          "top-fifth",
          ["share": 0.61],
          features: columns.first.map { [$0.name] } ?? [],
          text: "t"
        ),
        .init(
          "brand-new",
          segments: [1],
          text: "A fact of a later version."
        ),
      ],
      omitted: []
    )
  }
}

/// A seeded generator for made-up customers.
struct Generator {
  var state: UInt64

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 33) / Double(1 << 31)
  }

  mutating func normal() -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + next() }
  }
}
