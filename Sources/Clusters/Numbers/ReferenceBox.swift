/// Where rows without any groups would lie: the box around the rows, turned along their components.
///
/// The null model of Tibshirani, Walther and Hastie (2001). Rows drawn from it stay in the coordinates of
/// the principal components: turning them back would not change a distance.
package struct ReferenceBox: Sendable, Equatable {
  /// The lowest and the highest coordinate along each principal component.
  package let sides: [ClosedRange<Double>]

  /// Measures the extent of the rows of an ordered matrix.
  package init(around matrix: OrderedMatrix) throws(ClusterError) {
    let points = matrix.points
    let rows = Matrix(
      trusted: (0..<points.columnCount).flatMap { column in
        points.values[column * points.stride..<column * points.stride + points.rowCount]
      },
      rowCount: points.rowCount,
      columnCount: points.columnCount,
    )
    let components = try PrincipalComponents(of: matrix)
    sides = components.project(rows, onto: points.columnCount).map { values in
      (values.min() ?? 0)...(values.max() ?? 0)
    }
  }

  /// Draws rows evenly from the box; every number has its own generator.
  package func rows(_ count: Int, number: Int, seed: UInt64) -> Matrix {
    var chance = SeededGenerator.derived(from: seed, tag: "gap", number)
    var values: [Double] = []
    values.reserveCapacity(count * sides.count)
    for side in sides {
      let width = side.upperBound - side.lowerBound
      for _ in 0..<count { values.append(side.lowerBound + width * chance.nextUnit()) }
    }
    return Matrix(trusted: values, rowCount: count, columnCount: sides.count)
  }
}
