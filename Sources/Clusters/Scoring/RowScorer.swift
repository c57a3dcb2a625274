/// Gives rows a cluster after the fit, by the rule of the method that made it.
///
/// A row equal to a row of the fit gets the cluster it has there, by look-up, whatever the method.
/// Any other gets that of the nearest center (k-means, mini-batch, Ward), the likeliest component
/// (mixtures), the nearest core row within `eps` (DBSCAN), or the member it reaches first
/// (HDBSCAN). An answer does not depend on which rows are scored together.
package struct RowScorer: Sendable {
  /// The cluster of a row, nil for noise, and how sure that is.
  package struct Answer: Sendable, Equatable {
    package let cluster: Int?
    /// 0 for noise, at most 1.
    ///
    /// For methods with centers 1 − d₁/d₂ of the two nearest, for mixtures and HDBSCAN the
    /// membership, for DBSCAN 1 for a core row of the fit and ½ for any other.
    package let confidence: Double
  }

  private enum Rule: Sendable {
    case centers(NearestCenters)
    case components(GaussianMixtureFit)
    case cores(NearestCoreRows)
    case members(NearestMembers)
  }

  private let rule: Rule
  private let fitted: FittedRows
  private let partition: Partition

  /// Takes what a method found and the matrix it was found on.
  package init(_ model: FittedModel, on matrix: OrderedMatrix) {
    partition = model.partition
    precondition(
      partition.labels.count == matrix.rowCount,
      "a model is kept with the rows it was made of"
    )
    fitted = FittedRows(of: matrix)
    rule =
      switch model {
      case .kMeans(let fit): .centers(NearestCenters(fit.centers))
      case .miniBatchKMeans(let fit): .centers(NearestCenters(fit.centers))
      case .ward(let fit): .centers(NearestCenters(fit.centers))
      case .gaussianMixture(let fit): .components(fit)
      case .dbscan(let fit): .cores(NearestCoreRows(fit, on: matrix))
      case .hdbscan(let fit): .members(NearestMembers(fit, on: matrix))
      }
  }

  /// The answer for every row, in the rows' order.
  package func answers(for matrix: Matrix) throws(ClusterError) -> [Answer] {
    let known = try fitted.labels(for: matrix, in: partition)
    let ruled = try ruled(matrix)
    return zip(known, ruled).map { label, answer in
      guard let label else { return answer }
      return label < 0
        ? Answer(cluster: nil, confidence: 0)
        : Answer(cluster: Int(label), confidence: answer.confidence)
    }
  }

  private func ruled(_ matrix: Matrix) throws(ClusterError) -> [Answer] {
    switch rule {
    case .centers(let centers):
      return try centers.answers(for: matrix).map {
        Answer(cluster: $0.cluster, confidence: $0.confidence)
      }
    case .components(let fit):
      return try fit.memberships(of: matrix).map { shares in
        // A component that has no row of the fit is no cluster: nobody can be told what it is like.
        let clusters = 0..<partition.clusterCount
        let best = clusters.reduce(0) { shares[$1] > shares[$0] ? $1 : $0 }
        return Answer(cluster: best, confidence: shares[best])
      }
    case .cores(let cores):
      return try cores.answers(for: matrix).map {
        Answer(
          cluster: $0.cluster,
          confidence: $0.cluster == nil ? 0 : $0.distance == 0 ? 1 : 0.5
        )
      }
    case .members(let members):
      return try members.answers(for: matrix).map {
        Answer(cluster: $0.cluster, confidence: $0.membership)
      }
    }
  }
}
