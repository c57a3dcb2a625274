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
  /// The power that brings each column nearest to a normal distribution, then `standard`.
  case power
  /// The share of the column below the value: all columns evenly spread from 0 to 1.
  case quantile
  /// The same share as a value of the standard normal distribution.
  case quantileNormal = "quantile-normal"
  /// Each row divided by its length: what counts is how columns relate within a row.
  case normalize

  /// Whether the values can be had back; the length of a row is not kept.
  package var isReversible: Bool { self != .normalize }
}
