/// Finds the numbers that make columns comparable.
package enum Scaling {
  /// Fits a scaling to the columns of a matrix; the numbers are scikit-learn's.
  ///
  /// A column whose spread is zero, but for rounding, gets the scale 1. Cost: a sort per column.
  package static func fit(
    _ matrix: Matrix,
    _ method: ScalingMethod,
  ) throws(ClusterError) -> FittedScaling {
    guard matrix.rowCount > 0 else { throw .noRows }
    let pairs = Parallel.map(matrix.columnCount) { column in
      var values = matrix.column(column)
      if method == .log { values = values.map(FittedScaling.mirroredLog) }
      return numbers(of: SortedColumn(values), method)
    }
    return FittedScaling(
      method: method,
      centers: pairs.map(\.center),
      scales: pairs.map(\.scale),
    )
  }

  /// Which scaling suits the matrix, by a written rule, with the numbers it looked at.
  package static func automatic(for matrix: Matrix) -> ScalingAdvice {
    var worst: (skewness: Double, column: Int)?
    for column in 0..<matrix.columnCount {
      let sorted = SortedColumn(matrix.column(column))
      guard let least = sorted.values.first, least >= 0, let skewness = sorted.skewness else {
        continue
      }
      if skewness.magnitude > worst?.skewness.magnitude ?? -1 { worst = (skewness, column) }
    }
    let isSkewed = (worst?.skewness.magnitude ?? 0) > ScalingAdvice.skewnessLimit
    return ScalingAdvice(
      method: isSkewed ? .log : .minMax,
      rule: isSkewed ? .skewed : .even,
      worstSkewness: worst?.skewness,
      worstColumn: worst?.column,
    )
  }

  private static func numbers(
    of column: SortedColumn,
    _ method: ScalingMethod,
  ) -> (center: Double, scale: Double) {
    guard let least = column.values.first, let greatest = column.values.last else { return (0, 1) }
    switch method {
    case .none: return (0, 1)
    case .minMax: return (least, usable(greatest - least))
    case .maxAbs: return (0, usable(max(least.magnitude, greatest.magnitude)))
    case .robust:
      return (column.quantile(0.5), usable(column.quantile(0.75) - column.quantile(0.25)))
    case .standard, .log:
      let mean = column.mean
      let variance = column.centralMoment(2, around: mean)
      // A variance this small is rounding: the column is constant (scikit-learn's bound).
      let rows = Double(column.values.count)
      let noise = rows * mean * Double.ulpOfOne
      let isConstant = variance <= rows * Double.ulpOfOne * variance + noise * noise
      return (mean, isConstant ? 1 : variance.squareRoot())
    }
  }

  /// Spreads below ten roundings of 1 count as zero, as in scikit-learn.
  private static func usable(_ scale: Double) -> Double {
    scale < 10 * Double.ulpOfOne ? 1 : scale
  }
}
