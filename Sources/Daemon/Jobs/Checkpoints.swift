import Segments
import Storage

/// Ledgers kept from time to time where accepted files are not kept for ever, so that `replay` has a beginning
/// when the first of them are gone.
struct Checkpoints {
  let porter: Porter
  /// How long files are kept, in seconds.
  let age: Int64

  /// Makes a checkpoint twice in the time that files are kept, and removes those nothing can be replayed
  /// from.
  func keepUp() throws {
    let store = porter.house.store
    let now = porter.surroundings.seconds()
    for dataset in try store.datasets() {
      let count = try store.acceptedHashes(of: dataset).count
      let known = try store.checkpoints(of: dataset)
      let isDue = known.last.map { now - $0.seconds >= age / 2 && $0.deliveries < count } ?? true
      if isDue {
        try porter.house.state.wire.pass("store checkpoint")
        try store.makeCheckpoint(of: dataset, seconds: now)
      }
      // One that is older than any kept file is the last that old.
      if let useful = known.last(where: { now - $0.seconds > age }) {
        try store.dropCheckpoints(of: dataset, before: useful.deliveries)
      }
    }
  }

  /// The oldest checkpoint after which all files are kept, or 0 where all files are; `nil` where there is none.
  static func start(
    of dataset: String,
    _ deliveries: [DeliveryRecord],
    kept hashes: Set<String>,
    _ store: Store,
  ) throws -> Int? {
    let last = deliveries.lastIndex { !hashes.contains($0.sha256) }
    guard let last else { return 0 }
    return try store.checkpoints(of: dataset).map(\.deliveries).first { $0 > last }
  }
}
