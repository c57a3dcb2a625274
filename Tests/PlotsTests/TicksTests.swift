import Testing

@testable import Plots

@Suite("Ticks")
struct TicksTests {
  @Test(
    "are the ones of the design's test vectors",
    arguments: [
      (0, 97, [0, 25, 50, 75, 100]),
      (0, 1_234_567, [0, 250_000, 500_000, 750_000, 1_000_000, 1_250_000]),
      (3.2, 18.7, [0, 5, 10, 15, 20]),
      (-42, 87, [-50, 0, 50, 100]),
      (0, 0.037, [0, 0.01, 0.02, 0.03, 0.04]),
      (998, 1004, [998, 999, 1000, 1001, 1002, 1003, 1004]),
      (0, 7, [0, 2, 4, 6, 8]),
      (12.5, 12.9, [12.5, 12.6, 12.7, 12.8, 12.9]),
      (0, 365, [0, 100, 200, 300, 400]),
      (-1, 1, [-1, -0.5, 0, 0.5, 1]),
    ] as [(Double, Double, [Double])]
  )
  func vectors(low: Double, high: Double, ticks: [Double]) {
    #expect(Ticks.linear(low, high, count: 5, cover: .whole) == ticks)
  }

  @Test("agree with the published example")
  func published() {
    #expect(Ticks.linear(8.1, 14.1, count: 4, cover: .inner) == [8, 10, 12, 14])
  }
}

@Suite("Many ticks")
struct ManyTicksTests {
  @Test("are round, even and enclose the data for any range")
  func anyRange() {
    var state: UInt64 = 20_111_209
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    for _ in 0..<2000 {
      let scale = 10.0 * (random() - 0.3) * (random() < 0.5 ? 1 : 1e6)
      let low = (random() - 0.5) * scale
      let high = low + random() * scale.magnitude + 1e-9
      let ticks = Ticks.linear(low, high, count: 5, cover: .whole)
      #expect((2...7).contains(ticks.count), "\(low)…\(high): \(ticks)")
      guard let first = ticks.first, let last = ticks.last, ticks.count > 1 else { continue }
      let step = (last - first) / Double(ticks.count - 1)
      #expect(first <= low + step * 1e-6 && last >= high - step * 1e-6, "\(low)…\(high): \(ticks)")
      for (one, next) in zip(ticks, ticks.dropFirst()) {
        #expect(abs(next - one - step) < step * 1e-6)
      }
      #expect(
        [[1], [2], [5], [2, 5]].contains(DecimalDigits(step).rounded(toDigits: 6).digits),
        "\(low)…\(high): step \(step)"
      )
    }
  }

  @Test("of a range without length or number are defined")
  func degenerate() {
    #expect(Ticks.linear(3, 3, count: 5, cover: .whole) == [3])
    #expect(Ticks.linear(.nan, 3, count: 5, cover: .whole).isEmpty)
    #expect(!Ticks.linear(1e300, 1.5e300, count: 5, cover: .inner).isEmpty)
    #expect(Ticks.linear(-1e308, 1e308, count: 5, cover: .inner).isEmpty)
  }

  @Test("on a log axis are powers of ten with 2 and 5 between when there is room")
  func logarithmic() {
    #expect(Ticks.logarithmic(1, 100_000) == [1, 10, 100, 1000, 10_000, 100_000])
    #expect(Ticks.logarithmic(1, 400) == [1, 2, 5, 10, 20, 50, 100, 200])
    #expect(Ticks.logarithmic(0, 10).isEmpty)
  }
}

extension DecimalDigits {
  fileprivate func rounded(toDigits count: Int) -> DecimalDigits {
    rounded(decimals: count - point)
  }
}
