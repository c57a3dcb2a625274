/// How columns of different size are made comparable before distances are taken.
package enum ScalingMethod: String, CaseIterable, Sendable {
  /// Values stay as they are.
  case none
  /// Mean 0, standard deviation 1 (over n, as scikit-learn has it).
  case standard
  /// Smallest 0, largest 1.
  case minMax = "min-max"
  /// Largest magnitude 1.
  case maxAbs = "max-abs"
  /// Median 0, distance between the quartiles 1.
  case robust
  /// The logarithm of 1 + value (mirrored for negative values), then `standard`.
  case log
}
