import Segments

extension SegmentReport.Dendrogram {
  /// The tree with its lowest merges folded into leaves, until no more leaves are left than given.
  func shortened(to most: Int) -> SegmentReport.Dendrogram {
    let fold = leafCounts.count - max(2, most)
    let isSound = merges.enumerated().allSatisfy { place, merge in
      (0..<leafCounts.count + place).contains(merge.left)
        && (0..<leafCounts.count + place).contains(merge.right)
    }
    guard fold > 0, isSound, leafCounts.count == merges.count + 1 else { return self }
    // What is left of the lowest parts, in the order in which they are drawn.
    let kept = drawn(from: leafCounts.count + merges.count - 1, above: fold)
    var names = Dictionary(
      kept.enumerated().map { ($1, $0) },
      uniquingKeysWith: { one, _ in one }
    )
    var result = self
    result.leafCounts = kept.map(count)
    result.merges = merges.dropFirst(fold).enumerated().map { place, merge in
      names[leafCounts.count + fold + place] = kept.count + place
      var merge = merge
      (merge.left, merge.right) = (names[merge.left] ?? 0, names[merge.right] ?? 0)
      return merge
    }
    return result
  }

  /// How many customers a leaf or merge has.
  private func count(_ part: Int) -> Int {
    part < leafCounts.count ? leafCounts[part] : merges[part - leafCounts.count].count
  }

  /// The leaves and folded merges below a part, from the first drawn to the last.
  private func drawn(from part: Int, above fold: Int) -> [Int] {
    guard part >= leafCounts.count + fold else { return [part] }
    let merge = merges[part - leafCounts.count]
    return drawn(from: merge.left, above: fold) + drawn(from: merge.right, above: fold)
  }
}
