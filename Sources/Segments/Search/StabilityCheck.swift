import Clusters

/// Looks whether segments come back when only some of the customers are clustered (CONTRACT, "Exactness").
///
/// 25 subsamples of half the customers, at most 10 000, chosen by hashes of their keys, are clustered anew by
/// the same method with the same parameters; counts of rows in parameters shrink with the subsample.
struct StabilityCheck {
  static let rounds: ClosedRange<UInt64> = 1...25
  static let mostRows = 10_000

  private let observer: any PipelineObserver
  /// Rows of each subsample, the same for every trial that is looked at.
  private let subsamples: [Subsample]
  /// How many rows a subsample has, and which share of all that is.
  private let count: Int
  private let share: Double

  init(input: ClusterInput, keys: [Key], observer: any PipelineObserver) {
    let count = min(Self.mostRows, keys.count / 2)
    self.observer = observer
    self.count = count
    share = Double(count) / Double(keys.count)
    let hashes = keys.map(\.sampleHash)
    let lists = Self.rounds.map { Sample.rows(count, of: keys, hashes: hashes, round: $0) }
    subsamples = Subsample.all(lists, of: input.scaled)
  }

  /// The mean Jaccard similarity of each cluster of a trial, 0 to 1.
  func jaccards(of trial: Trial) throws(SegmentError) -> [Double?] {
    guard count > trial.k else { return [] }
    let stability = try computed { () throws(ClusterError) in
      try ClusterStability(of: trial.partition, subsamples: subsamples) {
        (sample) throws(ClusterError) in
        // A stop is answered by not refitting any more; the next stage then throws.
        observer.wantsStop
          ? Partition(
            labels: [Int32](repeating: 0, count: sample.rows.count),
            on: sample.matrix,
          ) : try trial.refit(sample, share)
      }
    }
    if observer.wantsStop { throw .stopped(.choose) }
    return stability.jaccard
  }
}
