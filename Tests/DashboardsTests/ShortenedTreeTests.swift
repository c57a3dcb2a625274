import Testing

@testable import Dashboards
@testable import Segments

@Suite("A tree that is too high for a page")
struct ShortenedTreeTests {
  private typealias Tree = SegmentReport.Dendrogram

  /// A tree of random merges of neighbors, as drawn: leaves in the order of their bands.
  private func tree(leaves: Int, seed: UInt64) -> Tree {
    var state = seed
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    let counts = (0..<leaves).map { _ in 1 + next(50) }
    var parts = (0..<leaves).map { (name: $0, count: counts[$0]) }
    var merges: [Tree.Merge] = []
    while parts.count > 1 {
      let place = next(parts.count - 1)
      let (left, right) = (parts[place], parts[place + 1])
      let count = left.count + right.count
      let height = Double(merges.count + 1)
      merges.append(.init(left: left.name, right: right.name, height: height, count: count))
      parts.replaceSubrange(place...place + 1, with: [(leaves + merges.count - 1, count)])
    }
    return Tree(merges: merges, leafCounts: counts)
  }

  @Test("keeps its highest merges, and every customer in some leaf", arguments: 1...40)
  func folds(seed: UInt64) throws {
    let full = tree(leaves: 5 + Int(seed % 26), seed: seed)
    let most = 2 + Int(seed % 9)
    let short = full.shortened(to: most)
    #expect(short.leafCounts.count == min(most, full.leafCounts.count))
    #expect(short.merges.count == short.leafCounts.count - 1)
    #expect(short.leafCounts.reduce(0, +) == full.leafCounts.reduce(0, +))
    let highest = full.merges.suffix(short.merges.count)
    #expect(short.merges.map(\.height) == highest.map(\.height))
    #expect(short.merges.map(\.count) == highest.map(\.count))
    // Every merge joins what was there before, and as many customers as it says.
    for (place, merge) in short.merges.enumerated() {
      let parts = [merge.left, merge.right]
      try #require(parts.allSatisfy { (0..<short.leafCounts.count + place).contains($0) })
      let sizes = parts.map { part in
        part < short.leafCounts.count
          ? short.leafCounts[part] : short.merges[part - short.leafCounts.count].count
      }
      #expect(sizes.reduce(0, +) == merge.count)
    }
  }

  @Test("stays as it is when it fits")
  func whole() {
    let full = tree(leaves: 12, seed: 4711)
    #expect(full.shortened(to: 12) == full)
    #expect(full.shortened(to: .max) == full)
  }
}
