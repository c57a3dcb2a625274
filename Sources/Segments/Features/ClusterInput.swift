import Clusters

/// The matrix that is clustered: the chosen features of all customers, scaled, gaps filled.
struct ClusterInput {
  let features: [String]
  let scaled: Matrix
  /// The scaled matrix in the order that all fits share.
  let ordered: OrderedMatrix
  let scaling: SegmentReport.ScalingFacts
  /// Feature to customers whose value is unknown and was taken as the median.
  let filled: [String: Int]

  init(
    _ table: FeatureTable,
    features: [String],
    choice: ScalingChoice,
  ) throws(SegmentError) {
    self.features = features
    var columns: [[Double]] = []
    var filled: [String: Int] = [:]
    for name in features {
      guard let feature = table.feature(named: name) else { continue }
      let median = Summary(feature.present).median
      let missing = feature.values.count { $0 == nil }
      if missing > 0 { filled[name] = missing }
      columns.append(feature.values.map { $0 ?? median })
    }
    self.filled = filled
    do {
      let raw = try Matrix(columns: columns)
      let (method, facts) = Self.method(choice, for: raw, features: features)
      let fitted = try Scaling.fit(raw, method)
      scaled = fitted.apply(to: raw)
      ordered = OrderedMatrix(scaled)
      scaling = SegmentReport.ScalingFacts(
        method: method.rawValue,
        rule: facts.rule,
        numbers: facts.numbers,
        why: facts.why,
        parameters: features.indices.map {
          SegmentReport.ScalingParameter(
            feature: features[$0],
            center: fitted.centers[$0],
            scale: fitted.scales[$0],
            power: fitted.powers.isEmpty ? nil : fitted.powers[$0],
          )
        },
      )
    } catch {
      throw .computation(error.errorDescription)
    }
  }

  private struct Reason {
    var rule: String
    var numbers: [String: Double]
    var why: String
  }

  /// The method that is built for a choice; what a later version brings falls back to `auto`.
  private static func method(
    _ choice: ScalingChoice,
    for matrix: Matrix,
    features: [String],
  ) -> (ScalingMethod, Reason) {
    if let method = ScalingMethod(rawValue: choice.rawValue) {
      return (method, Reason(rule: "configured", numbers: [:], why: "As the configuration says."))
    }
    let advice = Scaling.automatic(for: matrix)
    let column = advice.worstColumn.map { features[$0] } ?? ""
    let skewness = advice.worstSkewness ?? 0
    switch advice.method {
    case .log:
      return (
        .log,
        Reason(
          rule: "skewed",
          numbers: ["skewness": skewness, "limit": ScalingAdvice.skewnessLimit],
          why: "\(column) is strongly skewed, so that a few large values would decide alone; "
            + "logarithms bring all customers to one scale.",
        )
      )
    case .none, .standard, .minMax, .maxAbs, .robust, .power, .quantile, .quantileNormal,
      .normalize:
      return (
        advice.method,
        Reason(
          rule: "bounded",
          numbers: ["skewness": skewness, "limit": ScalingAdvice.skewnessLimit],
          why:
            "No feature is strongly skewed; each is stretched over its range, so that all count alike.",
        )
      )
    }
  }
}
