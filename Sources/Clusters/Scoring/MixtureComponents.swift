/// Gives rows the likeliest component of a mixture that was fitted before.
///
/// A row of the fit gets the component it has there, because the arithmetic is the fit's own.
package struct MixtureComponents: Sendable {
  private let model: MixtureModel

  /// The likeliest component of a row and how far the row belongs to it.
  package struct Answer: Sendable, Equatable {
    package let component: Int
    package let membership: Double
  }

  /// Takes the numbers of a fit, component by component.
  package init(weights: [Double], means: [[Double]], covariances: [[[Double]]]) {
    model = MixtureModel(
      weights: weights,
      means: means.flatMap(\.self),
      covariances: covariances.map { $0.flatMap(\.self) },
      isDiagonal: false,
    )
  }

  /// The answer for every row, in the rows' order.
  package func answers(for matrix: Matrix) throws(ClusterError) -> [Answer] {
    guard matrix.columnCount == model.columnCount else {
      throw .columnCountDiffers(expected: model.columnCount, found: matrix.columnCount)
    }
    let points = PaddedColumns(columns: matrix.columns)
    let memberships = model.memberships(of: points)
    return zip(model.labels(of: points), memberships).map { label, shares in
      Answer(component: Int(label), membership: shares.max() ?? 0)
    }
  }
}
