/// What a search leaves: trials in a fixed order, methods that were skipped, curves.
struct SearchOutcome {
  var trials: [Trial] = []
  var skipped: [SkippedTrial] = []
  var kDistance: SegmentReport.KDistanceCurve?
  var elbow: SegmentReport.ElbowCurve?
  var dendrogram: SegmentReport.Dendrogram?
  /// The rows all scores are made on; `nil` for all.
  var scoredRows: [Int]?
  /// Silhouettes of the scored rows, one list a trial.
  var silhouettes: [[Double]] = []

  mutating func skip(_ choice: MethodChoice, _ rule: String, why: String) {
    skipped.append(
      SkippedTrial(method: choice.method, parameters: choice.parameters, rule: rule, why: why)
    )
  }
}
