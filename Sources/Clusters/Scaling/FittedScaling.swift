import RealModule

/// A scaling with its numbers, ready to be applied to new rows of the same columns.
///
/// A scaled value is (bent value − center) / scale. Most methods bend nothing; `log` takes the
/// logarithm of 1 + value, `power` a power, the quantile methods the share below the value.
/// A constant column has scale 1. `normalize` has no numbers: it looks at each row alone.
package struct FittedScaling: Sendable, Equatable {
  package let method: ScalingMethod
  package let centers: [Double]
  package let scales: [Double]
  /// The power of each column (λ of Yeo and Johnson); empty for all methods but `power`.
  package let powers: [Double]
  /// Quantiles of each column at even shares; empty for all but the quantile methods.
  package let quantiles: [[Double]]

  /// Takes the numbers of a scaling that was fitted before.
  package init(
    method: ScalingMethod,
    centers: [Double],
    scales: [Double],
    powers: [Double] = [],
    quantiles: [[Double]] = [],
  ) {
    precondition(
      method != .power || powers.count == centers.count,
      "a power scaling has a power for each column"
    )
    precondition(
      method != .quantile && method != .quantileNormal || quantiles.count == centers.count,
      "a quantile scaling has quantiles for each column"
    )
    self.method = method
    self.centers = centers
    self.scales = scales
    self.powers = powers
    self.quantiles = quantiles
  }

  /// The scaled matrix.
  package func apply(to matrix: Matrix) -> Matrix {
    guard method != .normalize else { return normalized(matrix) }
    return map(matrix) { value, column in
      (bent(value, column) - centers[column]) / scales[column]
    }
  }

  /// The matrix in its own units again.
  ///
  /// The quantile methods give values within the range of the column they were fitted on.
  /// Rows that were divided by their length stay as they are: their length was not kept.
  package func undo(_ matrix: Matrix) -> Matrix {
    guard method.isReversible else { return matrix }
    return map(matrix) { value, column in
      straightened(value * scales[column] + centers[column], column)
    }
  }

  /// log(1 + value) for what is not negative, and its mirror image for what is.
  static func mirroredLog(_ value: Double) -> Double {
    value < 0 ? -Double.log(onePlus: -value) : Double.log(onePlus: value)
  }

  /// What `mirroredLog` was taken of.
  static func mirroredExponential(_ value: Double) -> Double {
    value < 0 ? -Double.expMinusOne(-value) : Double.expMinusOne(value)
  }

  private func bent(_ value: Double, _ column: Int) -> Double {
    switch method {
    case .none, .standard, .minMax, .maxAbs, .robust, .normalize: value
    case .log: Self.mirroredLog(value)
    case .power: YeoJohnson.apply(value, powers[column])
    case .quantile: QuantileMap.share(of: value, in: quantiles[column])
    case .quantileNormal:
      QuantileMap.normal(QuantileMap.share(of: value, in: quantiles[column]))
    }
  }

  private func straightened(_ value: Double, _ column: Int) -> Double {
    switch method {
    case .none, .standard, .minMax, .maxAbs, .robust, .normalize: value
    case .log: Self.mirroredExponential(value)
    case .power: YeoJohnson.undo(value, powers[column])
    case .quantile: QuantileMap.value(at: value, in: quantiles[column])
    case .quantileNormal:
      QuantileMap.value(at: QuantileMap.share(ofNormal: value), in: quantiles[column])
    }
  }

  private func map(
    _ matrix: Matrix,
    _ change: @Sendable (_ value: Double, _ column: Int) -> Double,
  ) -> Matrix {
    precondition(
      matrix.columnCount == centers.count,
      "a scaling is applied to as many columns as it was fitted on"
    )
    let rows = matrix.rowCount
    let values = Parallel.map(matrix.columnCount) { column in
      (column * rows..<(column + 1) * rows).map { change(matrix.values[$0], column) + 0 }
    }
    return Matrix(
      trusted: Array(values.joined()),
      rowCount: rows,
      columnCount: matrix.columnCount
    )
  }

  /// Each row divided by its length; a row of zeros stays as it is.
  private func normalized(_ matrix: Matrix) -> Matrix {
    var lengths = [Double](repeating: 0, count: matrix.rowCount)
    for column in 0..<matrix.columnCount {
      let start = column * matrix.rowCount
      for row in lengths.indices {
        lengths[row] += matrix.values[start + row] * matrix.values[start + row]
      }
    }
    for row in lengths.indices { lengths[row] = lengths[row] > 0 ? lengths[row].squareRoot() : 1 }
    return map(matrix, dividingBy: lengths)
  }

  private func map(_ matrix: Matrix, dividingBy lengths: [Double]) -> Matrix {
    var values = matrix.values
    for column in 0..<matrix.columnCount {
      for row in lengths.indices { values[column * matrix.rowCount + row] /= lengths[row] }
    }
    return Matrix(trusted: values, rowCount: matrix.rowCount, columnCount: matrix.columnCount)
  }
}
