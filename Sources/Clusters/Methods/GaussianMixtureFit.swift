/// What a Gaussian mixture found.
///
/// Components are in the order of the partition's clusters; a component to which no row belongs
/// most comes after them.
package struct GaussianMixtureFit: Sendable, Equatable {
  /// Each row with the component it most likely came from.
  package let partition: Partition
  /// The mean log-likelihood of a row.
  package let meanLogLikelihood: Double
  /// The Bayesian information criterion; less is better.
  package let bic: Double
  /// Akaike's information criterion; less is better.
  package let aic: Double
  /// How many steps the best start took.
  package let iterations: Int
  /// Whether the best start ended by itself and not by the most steps allowed.
  package let hasConverged: Bool
  private let model: MixtureModel

  /// The share of each component.
  package var weights: [Double] { model.weights }

  /// The mean of each component.
  package var means: [[Double]] {
    (0..<model.count).map { component in
      (0..<model.columnCount).map { model.means[component * model.columnCount + $0] }
    }
  }

  /// The covariance matrix of each component, whatever its shape.
  package var covariances: [[[Double]]] {
    model.covariances.map { flat in
      (0..<model.columnCount).map { row in
        (0..<model.columnCount).map { flat[row * model.columnCount + $0] }
      }
    }
  }

  init(_ run: MixtureRun, shape: CovarianceShape, on matrix: OrderedMatrix) {
    let labels = run.model.labels(of: matrix.points)
    partition = Partition(treeLabels: labels, on: matrix)
    let renamed = matrix.treeOrder(partition.labels)
    var order = [Int](repeating: -1, count: partition.clusterCount)
    for (old, new) in zip(labels, renamed) { order[Int(new)] = Int(old) }
    order += (0..<run.model.count).filter { !order.contains($0) }
    model = run.model.reordered(order)
    let rows = Double(matrix.rowCount)
    let numbers =
      shape.parameterCount(components: run.model.count, columns: matrix.columnCount)
      + run.model.means.count + run.model.count - 1
    meanLogLikelihood = run.logLikelihood / rows
    bic = Double(numbers) * MixtureModel.logarithm(rows) - 2 * run.logLikelihood
    aic = 2 * Double(numbers) - 2 * run.logLikelihood
    iterations = run.iterations
    hasConverged = run.hasConverged
  }

  /// How far each row belongs to each component: an array per row, which adds up to 1.
  ///
  /// A row of the fit belongs most to the cluster it has in the partition.
  package func memberships(of matrix: Matrix) throws(ClusterError) -> [[Double]] {
    model.memberships(of: try points(of: matrix))
  }

  /// The likeliest component of each row; for a row of the fit its cluster.
  package func components(of matrix: Matrix) throws(ClusterError) -> [Int] {
    model.labels(of: try points(of: matrix)).map { Int($0) }
  }

  private func points(of matrix: Matrix) throws(ClusterError) -> PaddedColumns {
    guard matrix.columnCount == model.columnCount else {
      throw .columnCountDiffers(expected: model.columnCount, found: matrix.columnCount)
    }
    return PaddedColumns(columns: matrix.columns)
  }
}
