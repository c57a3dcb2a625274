import RealModule
import Testing

@testable import Segments

@Suite("Bins on a log axis")
struct LogBinsTests {
  private static let tail = (1...2_000).map { 3 * Double.exp(Double($0) / 400) }

  private static let binned = [
    tail, tail.map { $0.rounded() }, [0, 0, 0] + tail, (1...400).map { Double($0) },
  ]

  private static let unbinned: [[Double]] = [
    [-1] + tail, Array(tail.prefix(19)), (0..<500).map { 100 + Double($0) / 10 }, [], [0, 0],
  ]

  @Test("lose nobody, and count what a slow search counts", arguments: binned.indices)
  func counts(index: Int) throws {
    let values = Self.binned[index]
    let summary = Summary(values)
    let bins = try #require(LogBins(summary))
    let counts = bins.counts(summary)
    #expect(counts.counts.reduce(counts.below + counts.above, +) == values.count)
    #expect(counts.counts.count == bins.count && bins.count <= 120)
    for (place, count) in counts.counts.enumerated() {
      let low = Double.pow(10, Double(bins.first + place) / Double(bins.perDecade))
      let high = Double.pow(10, Double(bins.first + place + 1) / Double(bins.perDecade))
      let isLast = place == bins.count - 1
      // Edges at powers of ten may differ by rounding; no value here lies that close to any other edge.
      let slow = values.count {
        $0 >= low * (1 - 1e-12)
          && (isLast ? $0 <= high * (1 + 1e-12) : $0 < high * (1 - 1e-12))
      }
      #expect(slow == count)
    }
  }

  @Test("are not made of negative, few or narrow values", arguments: unbinned.indices)
  func absent(index: Int) {
    #expect(LogBins(Summary(Self.unbinned[index])) == nil)
  }

  @Test("of small whole numbers leave no gap wider than that between 1 and 2")
  func whole() throws {
    let bins = try #require(LogBins(Summary((0..<900).map { Double(1 + $0 % 60) })))
    #expect(bins.perDecade == 5 && bins.first == 0)
  }
}
