import Testing

@testable import Segments

@Suite("The lineage of segments")
struct LineageTests {
  /// Customers shared by segments before (rows) and now (columns); a last column counts those without a
  /// segment now.
  private func lineage(
    _ shared: [[Int]],
    threshold: Double = 0.3,
    highestId: Int = 0,
    ids: [Int]? = nil,
  ) -> Lineage {
    let count = (shared.first?.count ?? 1) - 1
    return Lineage(
      Overlap(
        before: ids ?? Array(1...max(1, shared.count)),
        shared: shared.map { Array($0.dropLast()) },
        sizesBefore: shared.map { $0.reduce(0, +) },
        sizesNow: (0..<count).map { place in shared.reduce(0) { $0 + $1[place] } },
      ),
      threshold: threshold,
      highestId: highestId,
    )
  }

  @Test("keeps the ids of segments whose people stay together, whatever their order now")
  func kept() {
    let lineage = lineage([[5, 90, 0], [80, 10, 5]])
    #expect(lineage.descents.map(\.id) == [2, 1])
    #expect(lineage.descents.map(\.relation) == [.kept, .kept])
    #expect(lineage.endings.isEmpty)
  }

  @Test("gives the half of a split segment that is new an id that was never used")
  func split() {
    let lineage = lineage([[60, 40, 0, 0], [0, 0, 50, 0]], highestId: 7)
    #expect(lineage.descents.map(\.id) == [1, 8, 2])
    #expect(lineage.descents.map(\.relation) == [.kept, .split, .kept])
    #expect(lineage.descents[1].from == [1])
    #expect(lineage.highestId == 8)
  }

  @Test("says which segment took in one that does not go on")
  func merged() {
    let lineage = lineage([[60, 0, 0], [40, 0, 0], [0, 70, 0]])
    #expect(lineage.descents.map(\.id) == [1, 3])
    #expect(lineage.descents[0].relation == .merged)
    #expect(lineage.descents[0].from == [1, 2])
    #expect(lineage.endings == [.init(id: 2, into: 1)])
  }

  @Test("calls segments of unknown people new and segments that scatter gone")
  func newAndGone() {
    let lineage = lineage([[90, 0, 0, 10], [4, 3, 3, 90]], ids: [3, 9])
    #expect(lineage.descents.map(\.id) == [3, 10, 11])
    #expect(lineage.endings == [.init(id: 9, into: nil)])
  }

  @Test("does not let one group of everybody go on as one of several")
  func everybody() {
    let lineage = lineage([[90, 10, 0]])
    #expect(lineage.descents.map(\.id) == [2, 3])
    #expect(lineage.descents.map(\.relation) == [.split, .split])
  }

  @Test("pairs so that no other pairing is worth more, whatever the numbers")
  func bestAssignment() {
    var generator = SplitMix(seed: 20_261_122)
    for round in 0..<200 {
      let (rows, columns) = (Int(generator.next() % 5) + 1, Int(generator.next() % 5) + 1)
      let worth = (0..<rows).map { _ in
        (0..<columns).map { _ in Double(generator.next() % 8) / 8 }
      }
      let found = BestAssignment.columns(for: worth)
      let taken = found.compactMap(\.self)
      #expect(Set(taken).count == taken.count, "round \(round)")
      let sum = found.enumerated().reduce(0.0) { total, pair in
        total + (pair.element.map { worth[pair.offset][$0] } ?? 0)
      }
      #expect((sum - slowBest(worth, 0, [])).magnitude < 1e-9, "round \(round): \(worth)")
    }
  }

  /// Tries every pairing.
  private func slowBest(_ worth: [[Double]], _ row: Int, _ taken: Set<Int>) -> Double {
    guard row < worth.count else { return 0 }
    var best = slowBest(worth, row + 1, taken)
    for column in worth[row].indices where !taken.contains(column) {
      best = max(best, worth[row][column] + slowBest(worth, row + 1, taken.union([column])))
    }
    return best
  }
}

/// Numbers for tests, the same on every machine.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
