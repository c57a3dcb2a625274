/// What became of each segment since the run before: kept, split, merged, new or gone.
///
/// Segments are paired by the customers they share, so that the sum of the similarities is largest; pairs
/// below the threshold are none. A paired segment keeps its id. One without a pair that got most of its known
/// customers from one segment has split from it; one that most customers of an unpaired segment went to has taken
/// that one in.
struct Lineage: Sendable, Equatable {
  /// How a segment came to be.
  struct Descent: Sendable, Equatable {
    var id: Int
    var relation: SegmentReport.Relation
    /// Segments before that it comes from, itself included where it goes on.
    var from: [Int]
    /// Similarity with the segment it goes on from, 0 for one that is new.
    var similarity: Double
  }

  /// What became of a segment that does not go on.
  struct Ending: Sendable, Equatable {
    var id: Int
    /// The segment that took most of its customers in, if one did.
    var into: Int?
  }

  /// One a segment now, in their order.
  private(set) var descents: [Descent]
  private(set) var endings: [Ending] = []
  /// No segment of any run so far has a larger id.
  private(set) var highestId: Int

  /// The lineage of a first run: everything is new and numbered from 1.
  init(first count: Int) {
    descents = (0..<count).map { Descent(id: $0 + 1, relation: .new, from: [], similarity: 0) }
    highestId = count
  }

  init(_ overlap: Overlap, threshold: Double, highestId: Int) {
    let count = overlap.sizesNow.count
    var idOf = [Int?](repeating: nil, count: count)
    var pairOf = [Int?](repeating: nil, count: count)
    for (from, to) in Self.pairs(overlap, threshold).enumerated() {
      guard let to else { continue }
      (idOf[to], pairOf[to]) = (overlap.before[from], from)
    }
    var highest = max(highestId, overlap.before.max() ?? 0)
    for place in idOf.indices where idOf[place] == nil {
      highest += 1
      idOf[place] = highest
    }
    let heirs = overlap.before.indices.map { Self.heir(of: $0, overlap) }
    let isPaired = Set(pairOf.compactMap(\.self))
    descents = (0..<count).map { place in
      let taken = overlap.before.indices.filter { !isPaired.contains($0) && heirs[$0] == place }
      return Self.descent(of: place, idOf[place] ?? 0, pairOf[place], taken, overlap)
    }
    endings = overlap.before.indices.filter { !isPaired.contains($0) }.map { from in
      Ending(id: overlap.before[from], into: heirs[from].flatMap { idOf[$0] })
    }
    self.highestId = highest
  }

  /// One group of everybody is no segment that others could go on from.
  private static func pairs(_ overlap: Overlap, _ threshold: Double) -> [Int?] {
    let (before, now) = (overlap.before.count, overlap.sizesNow.count)
    guard (before == 1) == (now == 1) else { return [Int?](repeating: nil, count: before) }
    return BestAssignment.columns(
      for: overlap.before.indices.map { from in
        (0..<now).map { to in
          let similarity = overlap.similarity(from, to)
          return similarity >= threshold ? similarity : 0
        }
      }
    )
  }

  /// The segment that at least half of a former segment's customers are in now.
  private static func heir(of from: Int, _ overlap: Overlap) -> Int? {
    overlap.shared[from].indices.first {
      overlap.shared[from][$0] > 0 && 2 * overlap.shared[from][$0] >= overlap.sizesBefore[from]
    }
  }

  private static func descent(
    of place: Int,
    _ id: Int,
    _ pair: Int?,
    _ taken: [Int],
    _ overlap: Overlap,
  ) -> Descent {
    if let pair {
      return Descent(
        id: id,
        relation: taken.isEmpty ? .kept : .merged,
        from: ([pair] + taken).map { overlap.before[$0] }.sorted(),
        similarity: overlap.similarity(pair, place),
      )
    }
    if taken.count > 1 {
      let from = taken.map { overlap.before[$0] }
      return Descent(id: id, relation: .merged, from: from, similarity: 0)
    }
    let source = overlap.before.indices.first {
      overlap.shared[$0][place] > 0 && 2 * overlap.shared[$0][place] >= overlap.sizesNow[place]
    }
    return Descent(
      id: id,
      relation: source == nil ? .new : .split,
      from: source.map { [overlap.before[$0]] } ?? [],
      similarity: 0,
    )
  }
}
