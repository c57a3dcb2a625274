/// Which scaling was chosen, by which rule, and the numbers that decided.
package struct ScalingAdvice: Sendable, Equatable {
  /// Skewness beyond which a column is called skewed.
  package static let skewnessLimit = 2.0

  /// Why the method was chosen.
  package enum Rule: String, CaseIterable, Sendable {
    /// A column without negative values is skewed by more than the limit.
    case skewed = "skewed-column"
    /// No column without negative values is skewed by more than the limit.
    case even = "even-columns"
  }

  package let method: ScalingMethod
  package let rule: Rule
  /// The strongest skewness among the columns without negative values; nil when there is none.
  package let worstSkewness: Double?
  /// The column that has it.
  package let worstColumn: Int?
}
