/// Picks the facts worth a sentence: each with its numbers, guarded against chance.
///
/// Ids and guards follow CHARTS 2.8. The most interesting come first: effect × √(share of value touched).
struct FindingsBuilder {
  typealias Finding = SegmentReport.Finding

  let features: [SegmentReport.Feature]
  let segments: [SegmentReport.Segment]
  let valueFeature: String?
  let correlations: SegmentReport.Correlations
  let noise: SegmentReport.Noise
  let silhouette: Double?
  let structure: SegmentReport.Structure?

  private struct Ranked {
    var finding: Finding
    var interest: Double
  }

  func findings() -> [Finding] {
    let ranked =
      valueShares() + concentration() + ratios() + deviations() + relations() + unassigned()
    var found =
      ranked.enumerated()
      .sorted { left, right in
        left.element.interest == right.element.interest
          ? left.offset < right.offset : left.element.interest > right.element.interest
      }
      .map(\.element.finding)
    if found.isEmpty, segments.count > 1 {
      found.append(
        Finding("no-difference", text: "Nothing here differs much between segments.")
      )
    }
    return found + separation() + continuum() + unstableSegments() + smallSegments()
  }

  /// F1: a segment's share of value is far from its share of customers.
  private func valueShares() -> [Ranked] {
    guard segments.count > 1 else { return [] }
    return segments.compactMap { segment in
      guard let valueShare = segment.valueShare, segment.size >= 30 else { return nil }
      let ratio = valueShare / segment.share
      guard ratio >= 1.3 || ratio <= 0.6 else { return nil }
      return Ranked(
        finding: Finding(
          "value-share",
          ["share": segment.share, "valueShare": valueShare, "ratio": ratio],
          segments: [segment.id],
          features: valueFeature.map { [$0] } ?? [],
          text: "\(segment.name) are \(percent(segment.share)) of customers "
            + "and \(percent(valueShare)) of value.",
        ),
        interest: (valueShare - segment.share).magnitude * 4 * valueShare.squareRoot() + 0.2,
      )
    }
  }

  /// F2: how much the top fifth of the customers bring.
  private func concentration() -> [Ranked] {
    guard let value = features.first(where: { $0.name == valueFeature }), value.n >= 100,
      let share = value.concentration?[20], share >= 0.4
    else { return [] }
    return [
      Ranked(
        finding: Finding(
          "top-fifth",
          ["share": share],
          features: [value.name],
          text: "The top 20% of customers bring \(percent(share)) of value.",
        ),
        interest: share,
      )
    ]
  }

  /// F3: a segment's median of the value feature is a multiple of the lowest segment's.
  private func ratios() -> [Ranked] {
    guard segments.count > 1, let name = valueFeature,
      let top = segments.max(by: { median($0, name) < median($1, name) }),
      let low = segments.min(by: { median($0, name) < median($1, name) }),
      median(low, name) > 0, top.size >= 30, low.size >= 30
    else { return [] }
    let ratio = median(top, name) / median(low, name)
    guard ratio >= 1.5 else { return [] }
    return [
      Ranked(
        finding: Finding(
          "median-ratio",
          ["median": median(top, name), "other": median(low, name), "ratio": ratio],
          segments: [top.id, low.id],
          features: [name],
          text:
            "\(top.name) have a median \(names[name]) \((ratio * 10).rounded() / 10) times that of "
            + "\(low.name).",
        ),
        interest: 0.5,
      )
    ]
  }

  private func median(_ segment: SegmentReport.Segment, _ name: String) -> Double {
    segment.features[name]?.median ?? 0
  }

  /// F4: the measure in which a segment lies farthest from the average customer.
  private func deviations() -> [Ranked] {
    guard segments.count > 1 else { return [] }
    return segments.compactMap { segment in
      let traits = segment.traits.filter {
        $0.feature != valueFeature && !FeatureFamilies.restatingRecency.contains($0.feature)
      }
      guard segment.size >= 30,
        let trait = traits.max(by: { $0.z.magnitude < $1.z.magnitude }), trait.z.magnitude >= 0.8,
        let all = features.first(where: { $0.name == trait.feature }),
        let own = segment.features[trait.feature]
      else { return nil }
      return Ranked(
        finding: Finding(
          "deviation",
          ["median": own.median, "all": all.median, "z": trait.z],
          segments: [segment.id],
          features: [trait.feature],
          text: "\(segment.name) differ most from the rest in \(names[trait.feature]) "
            + "(median \(short(own.median)) against \(short(all.median))).",
        ),
        interest: 0.35 * min(trait.z.magnitude, 2) * segment.share.squareRoot(),
      )
    }
  }

  /// F12: measures that move together, at most two pairs.
  private func relations() -> [Ranked] {
    var pairs: [(i: Int, j: Int, r: Double)] = []
    for i in features.indices {
      for j in features.indices where j < i {
        guard isTold(features[i]), isTold(features[j]), let r = correlations.spearman[i][j],
          r.magnitude >= 0.7
        else { continue }
        pairs.append((i, j, r))
      }
    }
    return pairs.sorted { $0.r.magnitude > $1.r.magnitude }.prefix(2).map { i, j, r in
      Ranked(
        finding: Finding(
          "moves-together",
          ["spearman": r],
          features: [features[j].name, features[i].name],
          text: "\(names[features[j].name]) and \(names[features[i].name]) move together "
            + "(ρ = \((r * 100).rounded() / 100)).",
        ),
        interest: 0.1,
      )
    }
  }

  /// Of our own features only the plain ones: others move together because they are made of each other.
  private func isTold(_ feature: SegmentReport.Feature) -> Bool {
    feature.unit == nil || FeatureFamilies.always.contains(feature.name)
  }

  /// F11: customers in no segment.
  private func unassigned() -> [Ranked] {
    guard noise.share >= 0.01 else { return [] }
    return [
      Ranked(
        finding: Finding(
          "unassigned",
          ["size": Double(noise.size), "share": noise.share],
          segments: [0],
          text: "\(percent(noise.share)) of customers fit no segment.",
        ),
        interest: 0.3,
      )
    ]
  }

  /// F9: how well the segments stand apart; always said where there are segments.
  private func separation() -> [Finding] {
    guard segments.count > 1, let silhouette else { return [] }
    let word =
      silhouette > 0.7
      ? "strongly" : silhouette > 0.5 ? "reasonably" : silhouette > 0.25 ? "weakly" : "hardly"
    return [
      Finding(
        "separation",
        ["silhouette": silhouette],
        text: "The segments are \(word) separated (silhouette "
          + "\((silhouette * 100).rounded() / 100)).",
      )
    ]
  }

  /// The segments are slices of a continuum; an owner must know before acting on a border.
  private func continuum() -> [Finding] {
    guard segments.count > 1, structure == .continuum else { return [] }
    return [
      Finding(
        "no-clear-structure",
        text:
          "There is no clear structure: customers spread evenly would be divided as well, so the "
          + "segments are slices of a continuum.",
      )
    ]
  }

  /// Segments that do not come back when half the customers are clustered.
  private func unstableSegments() -> [Finding] {
    segments.compactMap { segment in
      guard let stability = segment.stability, stability < 0.6 else { return nil }
      return Finding(
        "unstable-segment",
        ["stability": stability],
        segments: [segment.id],
        text: "\(segment.name) come back only in part when half the customers are clustered "
          + "(Jaccard \((stability * 100).rounded() / 100)).",
      )
    }
  }

  /// F15: segments too small to trust.
  private func smallSegments() -> [Finding] {
    guard segments.count > 1 else { return [] }
    return segments.filter { $0.size < 100 }.map { segment in
      Finding(
        "small-segment",
        ["size": Double(segment.size)],
        segments: [segment.id],
        text: "\(segment.name) rest on \(segment.size) customers; read them as a hint.",
      )
    }
  }

  private var names: MeasureNames { MeasureNames(features) }

  /// Three digits are enough for a sentence.
  private func short(_ value: Double) -> Double {
    guard value != 0, value.magnitude < 100 else { return value.rounded() }
    let scale = value.magnitude < 1 ? 1_000.0 : value.magnitude < 10 ? 100 : 10
    return (value * scale).rounded() / scale
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
}
