import Testing

@testable import Clusters

@Suite("Work on many cores")
struct ParallelTests {
  @Test("comes back in the order of its pieces", arguments: [nil, 1, 2, 3, 7])
  func order(width: Int?) {
    Parallel.$width.withValue(width) {
      #expect(Parallel.map(100) { $0 * 2 } == (0..<100).map { $0 * 2 })
      #expect(Parallel.blocks(of: 25, size: 4) { Array($0) } == Array(0..<25))
      #expect(Parallel.map(0) { $0 }.isEmpty)
    }
  }
}
