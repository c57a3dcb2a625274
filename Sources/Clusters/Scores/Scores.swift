/// Scores partitions by the usual measures, as scikit-learn defines them.
package enum Scores {
  /// A scorecard per partition.
  ///
  /// `samples` are the silhouettes of the partitions, as `Silhouette` gives them. Noise is left out
  /// of every score but `silhouetteOfAll`. The order of rows does not show in any bit, if equal rows
  /// share a cluster, as they do in every fit.
  package static func cards(
    for partitions: [Partition],
    on matrix: OrderedMatrix,
    samples: [[Double]],
  ) -> [Scorecard] {
    precondition(partitions.count == samples.count, "every partition comes with its silhouettes")
    return Parallel.map(partitions.count) { index in
      card(for: partitions[index], on: matrix, samples: matrix.treeOrder(samples[index]))
    }
  }

  /// The same on a matrix that is put in order first.
  package static func cards(
    for partitions: [Partition],
    on matrix: Matrix,
    samples: [[Double]],
  ) -> [Scorecard] {
    cards(for: partitions, on: OrderedMatrix(matrix), samples: samples)
  }

  /// A scorecard per partition, silhouettes included.
  package static func cards(
    for partitions: [Partition],
    on matrix: OrderedMatrix,
  ) -> [Scorecard] {
    cards(
      for: partitions,
      on: matrix,
      samples: Silhouette.samples(of: partitions, on: matrix),
    )
  }

  private static func card(
    for partition: Partition,
    on matrix: OrderedMatrix,
    samples: [Double],
  ) -> Scorecard {
    let labels = matrix.treeOrder(partition.labels)
    let count = partition.clusterCount
    var sums = [Double](repeating: 0, count: count)
    var negatives = [Int](repeating: 0, count: count)
    for (row, label) in labels.enumerated() where label >= 0 {
      sums[Int(label)] += samples[row]
      if samples[row] < 0 { negatives[Int(label)] += 1 }
    }
    let clustered = matrix.rowCount - partition.noiseCount
    let isDefined = count >= 2 && count < clustered
    let total = sums.reduce(0, +)
    let spread = isDefined ? ClusterSpread(of: partition, labels: labels, on: matrix.points) : nil
    return Scorecard(
      silhouette: isDefined ? total / Double(clustered) : nil,
      silhouetteOfAll: isDefined ? total / Double(matrix.rowCount) : nil,
      daviesBouldin: spread?.daviesBouldin,
      calinskiHarabasz: spread?.calinskiHarabasz,
      clusterSilhouettes: zip(sums, partition.sizes).map { $0 / Double($1) },
      negativeShares: zip(negatives, partition.sizes).map { Double($0) / Double($1) },
    )
  }
}
