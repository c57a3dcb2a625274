import Plots
import Segments

/// Where a tree of merges is cut for as many groups as there are segments, and who is below the cut.
struct TreeCut {
  /// The numbers of the leaves and merges right below the cut.
  let parts: [Int]
  /// How many customers each part has.
  let counts: [Int]
  /// The middle between the last merge below and the first above; nil with one group.
  let height: Double?
  /// The first merge above over the last below; nil where one of them is missing or zero.
  let step: Double?
  /// Whose color every leaf and merge has.
  let paints: [Paint]
  /// Whether the parts are our segments.
  let isColored: Bool

  /// A cut; nil for a tree without merges, or one whose merges name what comes later.
  init?(_ tree: SegmentReport.Dendrogram, _ reading: Reading) {
    let leaves = tree.leafCounts.count
    let merges = tree.merges
    let isSound = merges.enumerated().allSatisfy { place, merge in
      (0..<leaves + place).contains(merge.left) && (0..<leaves + place).contains(merge.right)
        && merge.height.isFinite
    }
    guard isSound, !merges.isEmpty, leaves == merges.count + 1 else { return nil }
    let k = max(1, min(reading.segments.count, leaves))
    let below = merges.count - (k - 1)
    let joined = Set(merges.prefix(below).flatMap { [$0.left, $0.right] })
    parts = (0..<leaves + below).filter { !joined.contains($0) }
    counts = parts.map { Self.count(of: $0, in: tree) }
    let low = below > 0 ? merges[below - 1].height : 0
    height = k > 1 ? (low + merges[below].height) / 2 : nil
    step = k > 1 && low > 0 ? merges[below].height / low : nil
    let owners = Self.owners(of: parts, counts, reading)
    isColored = owners != nil
    var paints = [Paint](repeating: .quiet, count: leaves + merges.count)
    for (part, owner) in zip(parts, owners ?? []) { paints[part] = owner.paint }
    // From the top down, so that every part has its color before what it was joined from.
    for (place, merge) in merges.enumerated().prefix(below).reversed() {
      paints[merge.left] = paints[leaves + place]
      paints[merge.right] = paints[leaves + place]
    }
    self.paints = paints
  }

  /// How many customers a leaf or merge has.
  static func count(of part: Int, in tree: SegmentReport.Dendrogram) -> Int {
    let leaves = tree.leafCounts.count
    return part < leaves ? tree.leafCounts[part] : tree.merges[part - leaves].count
  }

  /// The segments of the parts, where the segments come from this very tree.
  ///
  /// The tree has no ids, so sizes tell who is who; where two are alike nobody gets a color.
  private static func owners(
    of parts: [Int],
    _ counts: [Int],
    _ reading: Reading
  )
    -> [Portrait]?
  {
    guard reading.report.choice.method == "ward", reading.segments.count <= 12,
      Set(counts).count == counts.count, counts.sorted() == reading.segments.map(\.size).sorted()
    else { return nil }
    let bySize = Dictionary(
      reading.segments.map { ($0.size, $0) },
      uniquingKeysWith: { one, _ in one }
    )
    return counts.compactMap { bySize[$0] }
  }
}
