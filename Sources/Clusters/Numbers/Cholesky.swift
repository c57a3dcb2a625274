/// The triangle that a symmetric positive matrix is the square of.
enum Cholesky {
  /// The inverse of the lower triangle L with L·Lᵀ = matrix, row by row; nil if there is none.
  ///
  /// With it a squared Mahalanobis distance is the squared length of (inverse · gap).
  static func inverseFactor(of matrix: [Double], size: Int) -> [Double]? {
    guard let factor = factor(of: matrix, size: size) else { return nil }
    var inverse = [Double](repeating: 0, count: size * size)
    for column in 0..<size {
      inverse[column * size + column] = 1 / factor[column * size + column]
      for row in column + 1..<max(column + 1, size) {
        var sum = 0.0
        for at in column..<row { sum += factor[row * size + at] * inverse[at * size + column] }
        inverse[row * size + column] = (0 - sum) / factor[row * size + row]
      }
    }
    return inverse.allSatisfy(\.isFinite) ? inverse : nil
  }

  private static func factor(of matrix: [Double], size: Int) -> [Double]? {
    var factor = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0...row {
        var sum = matrix[row * size + column]
        for at in 0..<column { sum -= factor[row * size + at] * factor[column * size + at] }
        if row == column {
          // What is left of a variance after rounding is not to be trusted below this share.
          guard sum > matrix[row * size + row] * 0x1p-46 else { return nil }
          factor[row * size + row] = sum.squareRoot()
        } else {
          factor[row * size + column] = sum / factor[column * size + column]
        }
      }
    }
    return factor
  }
}
