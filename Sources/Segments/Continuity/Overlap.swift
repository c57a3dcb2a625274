/// How many customers two runs share, segment by segment.
///
/// Only customers that both runs know count: a shop that grows does not lose its segments for it.
struct Overlap: Sendable, Equatable {
  /// The ids of the segments before, ascending; unassigned customers stand for none.
  let before: [Int]
  /// Customers shared by a segment before and a segment now, by place.
  let shared: [[Int]]
  /// Shared customers of each segment before and now, whatever they were or are in the other run.
  let sizesBefore: [Int]
  let sizesNow: [Int]

  init(before: [Int], shared: [[Int]], sizesBefore: [Int], sizesNow: [Int]) {
    self.before = before
    self.shared = shared
    self.sizesBefore = sizesBefore
    self.sizesNow = sizesNow
  }

  /// - Parameters:
  ///   - joined: for each customer now its segment before; `nil` for one the run before does not know.
  ///   - ids: the segment of each customer now, 1 to count; 0 for nobody's.
  init(joined: [Int?], ids: [Int], count: Int, before: [Int]) {
    let place = Dictionary(
      before.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first },
    )
    var shared = [[Int]](repeating: [Int](repeating: 0, count: count), count: before.count)
    var sizesBefore = [Int](repeating: 0, count: before.count)
    var sizesNow = [Int](repeating: 0, count: count)
    for (row, old) in joined.enumerated() {
      guard let old else { continue }
      if ids[row] > 0 { sizesNow[ids[row] - 1] += 1 }
      guard let from = place[old] else { continue }
      sizesBefore[from] += 1
      if ids[row] > 0 { shared[from][ids[row] - 1] += 1 }
    }
    self.init(before: before, shared: shared, sizesBefore: sizesBefore, sizesNow: sizesNow)
  }

  /// Shared customers over all customers of either segment (Jaccard), 0 to 1.
  func similarity(_ from: Int, _ to: Int) -> Double {
    let either = sizesBefore[from] + sizesNow[to] - shared[from][to]
    return either > 0 ? Double(shared[from][to]) / Double(either) : 0
  }
}
