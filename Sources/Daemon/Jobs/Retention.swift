import Logging
import Storage

/// Keeps as many runs of a dataset as the configuration says, and removes older ones.
struct Retention {
  let porter: Porter
  let dataset: String

  /// Removes publications first, then what the store knows of them; may be repeated after a crash.
  func keepInBounds() throws {
    let house = porter.house
    let kept = try house.store.keptRuns(of: dataset)
    let old = Array(kept.dropFirst(porter.settings.keep.runs))
    guard !old.isEmpty else { return }
    try house.outbox.retire(old, of: dataset)
    try house.state.wire.pass("store retire")
    try house.store.retire(runs: old, of: dataset)
    porter.log.info(
      "old runs are removed",
      metadata: ["dataset": "\(dataset)", "runs": "\(old.count)"]
    )
  }
}
