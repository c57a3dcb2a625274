/// Whether a feature takes part in the clustering, and by which rule.
struct FeatureEntry: Sendable, Equatable {
  var name: String
  var isClustered: Bool
  var reason: SegmentReport.FeatureReason

  /// It takes part.
  static func taken(_ name: String, _ rule: String, why: String) -> FeatureEntry {
    FeatureEntry(name: name, isClustered: true, reason: .init(rule: rule, text: why))
  }

  /// It is described, but does not decide who belongs together.
  static func left(
    _ name: String,
    _ rule: String,
    feature: String? = nil,
    numbers: [String: Double] = [:],
    why: String,
  ) -> FeatureEntry {
    let reason = SegmentReport.FeatureReason(
      rule: rule,
      feature: feature,
      numbers: numbers,
      text: why,
    )
    return FeatureEntry(name: name, isClustered: false, reason: reason)
  }
}
