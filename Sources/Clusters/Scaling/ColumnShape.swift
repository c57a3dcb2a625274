/// What decides which scaling suits a column: how lopsided it is, and how far its values go.
package struct ColumnShape: Sendable, Equatable {
  /// The third standardized moment; nil for a constant column.
  ///
  /// One far value is enough to raise it.
  package let skewness: Double?
  /// How much farther the upper octile lies from the median than the lower, −1 to 1.
  ///
  /// It looks at the middle three quarters of the rows, so far values do not move it. Nil where the
  /// octiles are equal: most rows have one value then.
  package let lopsidedness: Double?
  /// How far beyond its quartile the farthest value lies, in distances between the quartiles.
  ///
  /// About 3 for a million rows of a normal distribution. Nil where the quartiles are equal.
  package let reach: Double?
  package let hasNegatives: Bool

  init(of column: SortedColumn) {
    skewness = column.skewness
    hasNegatives = (column.values.first ?? 0) < 0
    let (lower, middle, upper) = (
      column.quantile(0.125), column.quantile(0.5), column.quantile(0.875)
    )
    lopsidedness =
      upper > lower ? ((upper - middle) - (middle - lower)) / (upper - lower) : nil
    let (first, third) = (column.quantile(0.25), column.quantile(0.75))
    if let least = column.values.first, let greatest = column.values.last, third > first {
      reach = max(first - least, greatest - third) / (third - first)
    } else {
      reach = nil
    }
  }

  /// Whether it is the whole column that leans to one side, and not a few far values alone.
  var isSkewed: Bool {
    guard let skewness, skewness.magnitude > ScalingAdvice.skewnessLimit else { return false }
    guard let lopsidedness else { return true }
    return skewness > 0
      ? lopsidedness > ScalingAdvice.lopsidednessLimit
      : lopsidedness < -ScalingAdvice.lopsidednessLimit
  }

  /// Whether values lie so far out that the others would be squeezed into a small part of a range.
  var hasFarValues: Bool { (reach ?? 0) > ScalingAdvice.reachLimit }
}
