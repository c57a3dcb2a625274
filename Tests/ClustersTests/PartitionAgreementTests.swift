import RealModule
import Testing

@testable import Clusters

@Suite("The agreement of partitions")
struct PartitionAgreementTests {
  static func labels(_ rows: Int, _ clusters: Int, seed: UInt64, noise: Bool = false) -> [Int32] {
    var chance = SeededGenerator(seed: seed)
    return (0..<rows).map { _ in
      Int32(chance.nextUnit() * Double(clusters)) - (noise ? 1 : 0)
    }
  }

  static let pairs: [([Int32], [Int32])] = [
    (labels(50, 3, seed: 1), labels(50, 4, seed: 2)),
    (labels(200, 8, seed: 3, noise: true), labels(200, 2, seed: 4)),
    (labels(40, 1, seed: 5), labels(40, 5, seed: 6)),
    ((0..<30).map { Int32($0) }, labels(30, 3, seed: 7)),
    (labels(60, 4, seed: 8), labels(60, 4, seed: 8).map { $0 == 3 ? 0 : $0 }),
    ([0, 1], [0, 0]),
  ]

  @Test("is what scikit-learn finds")
  func reference() throws {
    for expected in try References.all.get().agreement {
      let found = PartitionAgreement(labels: expected.a, expected.b)
      #expect(near(found.adjustedRand, expected.adjustedRand, within: 1e-12))
      #expect(
        near(found.adjustedMutualInformation, expected.adjustedMutualInformation, within: 1e-10)
      )
      #expect(near(found.fowlkesMallows, expected.fowlkesMallows, within: 1e-12))
    }
  }

  @Test("is 1 for the same partition under other names, also where every row is alone")
  func identity() {
    var all: [[Int32]] = [[], [0], [0, 0, 0], [3, 1, 2]]
    for pair in Self.pairs { all += [pair.0, pair.1] }
    for labels in all {
      // Names change places, noise stays noise.
      let renamed = labels.map { $0 < 0 ? $0 : 250 - $0 }
      let found = PartitionAgreement(labels: labels, renamed)
      #expect(found.adjustedRand == 1)
      #expect(found.adjustedMutualInformation == 1)
      #expect(found.fowlkesMallows == 1)
      #expect(found.jaccard == 1)
      #expect(found.bestJaccards.allSatisfy { $0 == nil || $0 == 1 })
    }
  }

  @Test("is symmetric, and does not look at names or the order of rows", arguments: pairs)
  func symmetry(a: [Int32], b: [Int32]) {
    let found = PartitionAgreement(labels: a, b)
    let turned = PartitionAgreement(labels: b, a)
    let order = Worlds.shuffle(a.count, seed: 9)
    let other = PartitionAgreement(
      labels: order.map { a[$0] < 0 ? a[$0] : a[$0] + 5 },
      order.map { b[$0] < 0 ? b[$0] : 50 - b[$0] }
    )
    for (x, y) in [(found, turned), (found, other)] {
      #expect(near(x.adjustedRand, y.adjustedRand, within: 1e-13))
      #expect(near(x.adjustedMutualInformation, y.adjustedMutualInformation, within: 1e-12))
      #expect(near(x.fowlkesMallows, y.fowlkesMallows, within: 1e-15))
      #expect(x.jaccard == y.jaccard)
    }
    #expect(found.bestJaccards == Array(other.bestJaccards.dropFirst(5)))
  }

  @Test("stays in its range", arguments: pairs)
  func range(a: [Int32], b: [Int32]) {
    let found = PartitionAgreement(labels: a, b)
    #expect((-0.5...1).contains(found.adjustedRand))
    #expect(found.adjustedMutualInformation <= 1)
    #expect((0...1).contains(found.fowlkesMallows))
    #expect((0...1).contains(found.jaccard))
    #expect(found.bestJaccards.allSatisfy { $0 == nil || (0...1).contains($0 ?? 2) })
  }

  @Test("counts pairs as its definition does", arguments: pairs)
  func slowTwin(a: [Int32], b: [Int32]) {
    var counts = [0.0, 0, 0, 0]
    for i in a.indices {
      for j in 0..<i { counts[(a[i] == a[j] ? 2 : 0) + (b[i] == b[j] ? 1 : 0)] += 1 }
    }
    let (both, onlyA, onlyB) = (counts[3], counts[2], counts[1])
    let found = PartitionAgreement(labels: a, b)
    if both + onlyA + onlyB > 0 { #expect(found.jaccard == both / (both + onlyA + onlyB)) }
    let product = (both + onlyA) * (both + onlyB)
    if product > 0 {
      #expect(near(found.fowlkesMallows, both / product.squareRoot(), within: 1e-14))
    }
    let expected = product / counts.reduce(0, +)
    let most = both + (onlyA + onlyB) / 2
    if most != expected {
      #expect(near(found.adjustedRand, (both - expected) / (most - expected), within: 1e-12))
    }
    for cluster in 0...(a.max() ?? 0) {
      let own = Set(a.indices.filter { a[$0] == cluster })
      let overlaps = Set(b.filter { $0 >= 0 }).map { other -> Double in
        let theirs = Set(b.indices.filter { b[$0] == other })
        return Double(own.intersection(theirs).count) / Double(own.union(theirs).count)
      }
      #expect(found.bestJaccards[Int(cluster)] == (own.isEmpty ? nil : overlaps.max()))
    }
  }

  @Test("is near 0 for partitions that have nothing to do with each other")
  func chance() {
    let found = PartitionAgreement(
      labels: Self.labels(50_000, 7, seed: 11),
      Self.labels(50_000, 5, seed: 12)
    )
    #expect(found.adjustedRand.magnitude < 0.001)
    #expect(found.adjustedMutualInformation.magnitude < 0.001)
  }

  @Test("knows clusters that are missing from a sample, and takes noise for no cluster")
  func bestJaccards() {
    let found = PartitionAgreement(labels: [0, 0, 0, 2, 2, -1], [5, 5, -1, -1, -1, 5])
    #expect(found.bestJaccards == [0.5, nil, 0])
  }
}
