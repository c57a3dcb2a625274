/// How well the clusters of a partition come back when only some of the rows are clustered.
///
/// For each cluster and each subsample: the rows of the cluster that are present, against the most
/// similar cluster of a new fit of the subsample (Jaccard: rows in both over rows in either). The
/// mean over subsamples is the cluster's stability (Hennig, 2007).
package struct ClusterStability: Sendable, Equatable {
  /// What a mean Jaccard similarity is called.
  package enum Word: String, Sendable, CaseIterable {
    case unstable, doubtful, stable, highlyStable

    /// Below .60 unstable, to .75 doubtful, to .85 stable, above highly stable.
    package init(jaccard: Double) {
      switch jaccard {
      case ..<0.6: self = .unstable
      case ...0.75: self = .doubtful
      case ...0.85: self = .stable
      default: self = .highlyStable
      }
    }
  }

  /// The mean similarity of each cluster, 0 to 1; nil if none of its rows was in any subsample.
  package let jaccard: [Double?]

  /// The word for each cluster.
  package var words: [Word?] { jaccard.map { $0.map(Word.init(jaccard:)) } }

  /// Fits every subsample anew and compares.
  ///
  /// Whoever knows the rows' keys chooses the subsamples. `refit` must do what made the partition,
  /// and its errors stop the whole. It is called for several subsamples at the same time.
  package init(
    of partition: Partition,
    subsamples: [Subsample],
    refit: @Sendable (Subsample) throws(ClusterError) -> Partition,
  ) throws(ClusterError) {
    var sums = [Double](repeating: 0, count: partition.clusterCount)
    var counts = [Int](repeating: 0, count: partition.clusterCount)
    let matches = Parallel.map(subsamples.count) { place -> Result<[Double?], ClusterError> in
      do throws(ClusterError) {
        let again = try refit(subsamples[place])
        let labels = subsamples[place].rows.map { partition.labels[$0] }
        return .success(Self.bestMatches(of: labels, again, partition.clusterCount))
      } catch {
        return .failure(error)
      }
    }
    for match in matches {
      for (cluster, similarity) in try match.get().enumerated() {
        guard let similarity else { continue }
        sums[cluster] += similarity
        counts[cluster] += 1
      }
    }
    jaccard = zip(sums, counts).map { $1 > 0 ? $0 / Double($1) : nil }
  }

  /// The similarity of each cluster to the new one that is most like it; nil for absent ones.
  private static func bestMatches(
    of labels: [Int32],
    _ again: Partition,
    _ count: Int,
  ) -> [Double?] {
    var sizes = [Int](repeating: 0, count: count)
    var common = [Int](repeating: 0, count: count * again.clusterCount)
    for (label, new) in zip(labels, again.labels) where label >= 0 {
      sizes[Int(label)] += 1
      if new >= 0 { common[Int(label) * again.clusterCount + Int(new)] += 1 }
    }
    return sizes.indices.map { cluster in
      guard sizes[cluster] > 0 else { return nil }
      return again.sizes.indices.reduce(0) { best, new in
        let both = common[cluster * again.clusterCount + new]
        return max(best, Double(both) / Double(sizes[cluster] + again.sizes[new] - both))
      }
    }
  }
}
