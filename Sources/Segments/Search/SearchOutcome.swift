import Clusters

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

  /// The trial of every method but the chosen one that separates best, in the order of the methods; five at
  /// most.
  func rivals(of chosen: Int?) -> [(candidate: Int, partition: Partition)] {
    guard let chosen else { return [] }
    var best: [Int] = []
    for (place, trial) in trials.enumerated() where trial.method != trials[chosen].method {
      guard trial.k > 1 else { continue }
      if let known = best.firstIndex(where: { trials[$0].method == trial.method }) {
        if trial.separation > trials[best[known]].separation { best[known] = place }
      } else {
        best.append(place)
      }
    }
    return best.prefix(5).map { ($0, trials[$0].partition) }
  }

  mutating func skip(_ choice: MethodChoice, _ rule: String, why: String) {
    skipped.append(
      SkippedTrial(method: choice.method, parameters: choice.parameters, rule: rule, why: why)
    )
  }
}
