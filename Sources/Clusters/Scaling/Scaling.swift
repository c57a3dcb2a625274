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
    let fits = Parallel.map(matrix.columnCount) { column in
      fit(SortedColumn(matrix.column(column)), method)
    }
    return FittedScaling(
      method: method,
      centers: fits.map(\.center),
      scales: fits.map(\.scale),
      powers: fits.compactMap(\.power),
      quantiles: fits.compactMap(\.quantiles),
    )
  }

  /// Which scaling suits the matrix, by a written rule, with the numbers it looked at.
  package static func automatic(for matrix: Matrix) -> ScalingAdvice {
    ScalingAdvice(for: matrix)
  }

  /// What is found out about one column.
  private struct ColumnFit: Sendable {
    var center = 0.0
    var scale = 1.0
    var power: Double?
    var quantiles: [Double]?
  }

  private static func fit(_ column: SortedColumn, _ method: ScalingMethod) -> ColumnFit {
    guard let least = column.values.first, let greatest = column.values.last else {
      return ColumnFit()
    }
    switch method {
    case .none, .normalize: return ColumnFit()
    case .minMax: return ColumnFit(center: least, scale: usable(greatest - least))
    case .maxAbs: return ColumnFit(scale: usable(max(least.magnitude, greatest.magnitude)))
    case .robust:
      let spread = column.quantile(0.75) - column.quantile(0.25)
      return ColumnFit(center: column.quantile(0.5), scale: usable(spread))
    case .standard: return standard(column)
    case .log:
      return standard(SortedColumn(sorted: column.values.map(FittedScaling.mirroredLog)))
    case .power:
      let power = isConstant(column) ? 1 : YeoJohnson.lambda(for: column)
      let bent = column.values.map { YeoJohnson.apply($0, power) }
      var fit = standard(SortedColumn(sorted: bent))
      fit.power = power
      return fit
    case .quantile, .quantileNormal:
      return ColumnFit(quantiles: QuantileMap.quantiles(of: column))
    }
  }

  private static func standard(_ column: SortedColumn) -> ColumnFit {
    let mean = column.mean
    guard !isConstant(column) else { return ColumnFit(center: mean) }
    return ColumnFit(center: mean, scale: column.centralMoment(2, around: mean).squareRoot())
  }

  /// A variance this small is rounding: the column is constant (scikit-learn's bound).
  private static func isConstant(_ column: SortedColumn) -> Bool {
    let mean = column.mean
    let variance = column.centralMoment(2, around: mean)
    let rows = Double(column.values.count)
    let noise = rows * mean * Double.ulpOfOne
    return variance <= rows * Double.ulpOfOne * variance + noise * noise
  }

  /// Spreads below ten roundings of 1 count as zero, as in scikit-learn.
  private static func usable(_ scale: Double) -> Double {
    scale < 10 * Double.ulpOfOne ? 1 : scale
  }
}
