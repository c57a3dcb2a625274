import RealModule

/// A scaling with its numbers, ready to be applied to new rows of the same columns.
///
/// A scaled value is (value − center) / scale; with the method `log` the value is first replaced by
/// the logarithm of 1 + value, mirrored for negative values. A constant column has scale 1.
package struct FittedScaling: Sendable, Equatable {
  package let method: ScalingMethod
  package let centers: [Double]
  package let scales: [Double]

  /// Takes the numbers of a scaling that was fitted before.
  package init(method: ScalingMethod, centers: [Double], scales: [Double]) {
    self.method = method
    self.centers = centers
    self.scales = scales
  }

  /// The scaled matrix.
  package func apply(to matrix: Matrix) -> Matrix {
    let isLog = method == .log
    return map(matrix) { value, center, scale in
      ((isLog ? Self.mirroredLog(value) : value) - center) / scale
    }
  }

  /// The matrix in its own units again.
  package func undo(_ matrix: Matrix) -> Matrix {
    let isLog = method == .log
    return map(matrix) { value, center, scale in
      let unscaled = value * scale + center
      return isLog ? Self.mirroredExponential(unscaled) : unscaled
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

  private func map(_ matrix: Matrix, _ change: (Double, Double, Double) -> Double) -> Matrix {
    precondition(
      matrix.columnCount == centers.count,
      "a scaling is applied to as many columns as it was fitted on"
    )
    var values = matrix.values
    for column in 0..<matrix.columnCount {
      let center = centers[column]
      let scale = scales[column]
      for at in column * matrix.rowCount..<(column + 1) * matrix.rowCount {
        values[at] = change(values[at], center, scale) + 0
      }
    }
    return Matrix(trusted: values, rowCount: matrix.rowCount, columnCount: matrix.columnCount)
  }
}
