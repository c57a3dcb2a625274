import Clusters

/// The matrix that is clustered: the chosen features of all customers, scaled, gaps filled.
struct ClusterInput {
  let features: [String]
  /// The values before scaling, gaps filled.
  let raw: Matrix
  let scaled: Matrix
  let fitted: FittedScaling
  /// What gaps are filled with, a number a feature.
  let medians: [Double]
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
    var medians: [Double] = []
    var filled: [String: Int] = [:]
    for name in features {
      guard let feature = table.feature(named: name) else { continue }
      let median = Summary(feature.present).median
      let missing = feature.values.count { $0 == nil }
      if missing > 0 { filled[name] = missing }
      medians.append(median)
      columns.append(feature.values.map { $0 ?? median })
    }
    self.filled = filled
    self.medians = medians
    do {
      let raw = try Matrix(columns: columns)
      let (method, facts) = Self.method(choice, for: raw, features: features)
      let fitted = try Scaling.fit(raw, method)
      (self.raw, self.fitted) = (raw, fitted)
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
    return (advice.method, reason(of: advice, features: features))
  }

  /// The rule of the advice with its numbers, and what it says in English.
  private static func reason(of advice: ScalingAdvice, features: [String]) -> Reason {
    let column = advice.column.map { features[$0] } ?? ""
    let shape = advice.column.map { advice.shapes[$0] }
    var numbers = ["limit": ScalingAdvice.skewnessLimit, "skewness": shape?.skewness ?? 0]
    switch advice.rule {
    case .skewed where advice.method == .log:
      return Reason(
        rule: "skewed",
        numbers: numbers,
        why: "\(column) is strongly skewed, so that a few large values would decide alone; "
          + "logarithms bring all customers to one scale.",
      )
    case .skewed:
      return Reason(
        rule: "skewed-below",
        numbers: numbers,
        why: "\(column) is strongly skewed and has negative values or a tail of small ones, "
          + "which logarithms do not mend; powers bring all customers to one scale.",
      )
    case .farValues:
      numbers["limit"] = ScalingAdvice.reachLimit
      numbers["reach"] = shape?.reach ?? 0
      return Reason(
        rule: "far-values",
        numbers: numbers,
        why: "\(column) is not lopsided but has a few values far away; what most customers "
          + "differ by is the unit, so that the few do not squeeze the others together.",
      )
    case .even:
      return Reason(
        rule: "bounded",
        numbers: numbers,
        why: "No feature is strongly skewed or has values far away; each is stretched over its "
          + "range, so that all count alike.",
      )
    }
  }
}
