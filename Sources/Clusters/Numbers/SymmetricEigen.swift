/// Eigenvalues and eigenvectors of a symmetric matrix, largest value first.
///
/// Jacobi's rotations: exact to the last digits for the few columns that clustering uses.
struct SymmetricEigen {
  let values: [Double]
  /// A vector of length 1 per value.
  let vectors: [[Double]]

  init(of matrix: [[Double]]) {
    let size = matrix.count
    var a = matrix
    var rotations = (0..<size).map { i in (0..<size).map { $0 == i ? 1.0 : 0.0 } }
    for _ in 0..<100 {
      var off = 0.0
      var diagonal = 0.0
      for i in 0..<size {
        diagonal += a[i][i] * a[i][i]
        for j in 0..<i { off += a[i][j] * a[i][j] }
      }
      if off <= 1e-34 * diagonal || off == 0 { break }
      for p in 0..<size {
        for q in p + 1..<max(p + 1, size) where a[p][q] != 0 {
          Self.rotate(&a, &rotations, p, q)
        }
      }
    }
    let final = a
    let order = (0..<size).sorted { (final[$0][$0], $1) > (final[$1][$1], $0) }
    values = order.map { final[$0][$0] }
    vectors = order.map { column in rotations.map { $0[column] } }
  }

  /// Turns the plane of two axes so that their common entry becomes 0.
  private static func rotate(
    _ a: inout [[Double]],
    _ rotations: inout [[Double]],
    _ p: Int,
    _ q: Int,
  ) {
    let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
    let sign: Double = theta < 0 ? -1 : 1
    let tangent = sign / (theta.magnitude + (theta * theta + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for k in a.indices {
      let (x, y) = (a[k][p], a[k][q])
      a[k][p] = cosine * x - sine * y
      a[k][q] = sine * x + cosine * y
    }
    for k in a.indices {
      let (x, y) = (a[p][k], a[q][k])
      a[p][k] = cosine * x - sine * y
      a[q][k] = sine * x + cosine * y
    }
    for k in rotations.indices {
      let (x, y) = (rotations[k][p], rotations[k][q])
      rotations[k][p] = cosine * x - sine * y
      rotations[k][q] = sine * x + cosine * y
    }
  }
}
