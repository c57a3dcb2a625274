/// Which forms the components of a mixture may take: the fewer numbers, the fewer rows they need.
package enum CovarianceShape: String, CaseIterable, Sendable {
  /// Each component an ellipsoid of its own.
  case full
  /// All components the same ellipsoid.
  case tied
  /// Each component an ellipsoid along the columns.
  case diagonal
  /// Each component a ball.
  case spherical

  /// How many numbers describe the covariances of so many components.
  func parameterCount(components: Int, columns: Int) -> Int {
    switch self {
    case .full: components * columns * (columns + 1) / 2
    case .tied: columns * (columns + 1) / 2
    case .diagonal: components * columns
    case .spherical: components
    }
  }

  /// Whether columns do not vary together within a component.
  var isDiagonal: Bool {
    switch self {
    case .full, .tied: false
    case .diagonal, .spherical: true
    }
  }
}
