import Testing

@testable import Segments

@Suite("Summaries and bins")
struct SummaryTests {
  @Test("quantiles are type 7, as in R and NumPy")
  func quantiles() {
    let summary = Summary([1, 2, 3, 4])
    #expect(summary.quantile(0.25) == 1.75)
    #expect(summary.median == 2.5)
    #expect(Summary([7]).quantile(0.9) == 7)
    #expect(Summary([]).quantile(0.9) == 0)
  }

  @Test("whiskers end at the last value within 1.5 × the middle half")
  func box() {
    let box = Summary([1, 2, 3, 4, 5, 6, 7, 100]).box
    #expect(box.high == 7)
    #expect(box.above == 1)
    #expect(box.low == 1)
    #expect(box.below == 0)
  }

  @Test(
    "bins have round widths and lose nobody",
    arguments: [
      (0..<1_000).map { Double($0) * 0.37 }, (0..<500).map { Double($0 % 7) },
      (0..<300).map { Double($0 * $0) }, (0..<200).map { -50 + Double($0) * 0.001 }, [3, 3, 3],
      [1], [],
    ] as [[Double]]
  )
  func bins(values: [Double]) {
    let summary = Summary(values)
    let bins = Bins(summary)
    let counts = bins.counts(summary)
    #expect(counts.counts.reduce(counts.below + counts.above, +) == values.count)
    #expect((1...70).contains(bins.count))
    var mantissa = bins.width
    while mantissa >= 10 { mantissa /= 10 }
    while mantissa < 1 { mantissa *= 10 }
    #expect([1.0, 2, 2.5, 5, 10].contains { abs($0 - mantissa) < 1e-9 } || bins.width >= 1)
  }

  @Test("concentration is the exact share of the largest")
  func concentration() throws {
    let shares = try #require(Summary([1, 1, 1, 1, 6]).concentration)
    #expect(shares.count == 101)
    #expect(shares[20] == 0.6)
    #expect(abs(shares[10] - 0.3) < 1e-12)
    #expect(abs(shares[60] - 0.8) < 1e-12)
    #expect(shares[100] == 1)
    #expect(Summary([-1, 5]).concentration == nil)
    #expect(Summary([0, 0]).concentration == nil)
  }

  @Test("letters go on after Z")
  func letters() {
    #expect([1, 2, 26, 27, 28].map(Profiler.letter) == ["A", "B", "Z", "AA", "AB"])
  }
}
