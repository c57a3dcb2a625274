import RealModule

/// Measures how far customers have moved from how they looked at a baseline run.
struct DriftBuilder {
  /// An empty bin counts as this share, so that no logarithm is infinite.
  static let smallestShare = 0.0001
  static let moderate = 0.10
  static let significant = 0.25

  let baseline: RunMemory?
  let table: FeatureTable
  /// Segments of now with their ids.
  let segments: [SegmentReport.Segment]
  let unassigned: Int

  func drift() -> SegmentReport.Drift? {
    guard let baseline else { return nil }
    return SegmentReport.Drift(
      baselineRun: baseline.run,
      baselineAsOf: baseline.asOf,
      features: baseline.bins.compactMap { bins in
        table.feature(named: bins.feature).map { shift(from: bins, to: bins.refilled(with: $0)) }
      },
      mix: mix(baseline),
    )
  }

  private func shift(from old: FeatureBins, to new: FeatureBins) -> SegmentReport.Shift {
    let (before, now) = (old.counts + [old.missing], new.counts + [new.missing])
    let index = Self.index(before, now)
    return SegmentReport.Shift(
      name: old.feature,
      psi: index,
      band: Self.band(index),
      edges: old.edges,
      ids: [],
      before: before,
      now: now,
    )
  }

  /// Segments that only one of the two runs has are bins that are empty in the other.
  private func mix(_ baseline: RunMemory) -> SegmentReport.Shift? {
    guard baseline.segments.count > 1 || segments.count > 1 else { return nil }
    let ids = Set(baseline.segments.map(\.id)).union(segments.map(\.id)).sorted() + [0]
    var before = [0: baseline.unassigned]
    for segment in baseline.segments { before[segment.id] = segment.size }
    var now = [0: unassigned]
    for segment in segments { now[segment.id] = segment.size }
    let (old, new) = (ids.map { before[$0, default: 0] }, ids.map { now[$0, default: 0] })
    let index = Self.index(old, new)
    return SegmentReport.Shift(
      name: "segments",
      psi: index,
      band: Self.band(index),
      edges: [],
      ids: ids,
      before: old,
      now: new,
    )
  }

  /// Σ (p − q) · ln (p / q) over bins of counts; bins that are empty in both say nothing.
  static func index(_ before: [Int], _ now: [Int]) -> Double {
    let (all, allNow) = (before.reduce(0, +), now.reduce(0, +))
    guard all > 0, allNow > 0 else { return 0 }
    return zip(before, now).reduce(0) { sum, pair in
      guard pair.0 > 0 || pair.1 > 0 else { return sum }
      let p = max(smallestShare, Double(pair.0) / Double(all))
      let q = max(smallestShare, Double(pair.1) / Double(allNow))
      return sum + (p - q) * Double.log(p / q)
    }
  }

  static func band(_ index: Double) -> String {
    index < moderate ? "none" : index <= significant ? "moderate" : "significant"
  }
}
