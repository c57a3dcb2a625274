/// Which scaling suits a matrix, by which rule, and the numbers that decided.
package struct ScalingAdvice: Sendable, Equatable {
  /// Skewness beyond which a column is called skewed, if it leans to that side as a whole.
  package static let skewnessLimit = 2.0
  /// Lopsidedness beyond which a column leans as a whole.
  package static let lopsidednessLimit = 0.1
  /// How far beyond its quartile, in distances between the quartiles, a value is far out.
  package static let reachLimit = 6.0

  /// Why the method was chosen; the first that holds counts.
  package enum Rule: String, CaseIterable, Sendable {
    /// A column is skewed: logarithms, or a power where logarithms do not help.
    case skewed = "skewed-column"
    /// No column is skewed, but one has values far out on either side.
    case farValues = "far-values"
    /// No column is skewed or has values far out.
    case even = "even-columns"
  }

  package let method: ScalingMethod
  package let rule: Rule
  /// What was found out about each column.
  package let shapes: [ColumnShape]
  /// The column that decided: the most skewed one, or the one that reaches farthest.
  ///
  /// Where no column decided it is the most skewed one; nil where all are constant.
  package let column: Int?

  /// Looks at the columns of a matrix; costs a sort of each.
  init(for matrix: Matrix) {
    let shapes = Parallel.map(matrix.columnCount) { column in
      ColumnShape(of: SortedColumn(matrix.column(column)))
    }
    self.shapes = shapes
    let skewed = Self.greatest(shapes) { $0.isSkewed ? $0.skewness?.magnitude : nil }
    let far = Self.greatest(shapes) { $0.hasFarValues ? $0.reach : nil }
    if let skewed {
      rule = .skewed
      column = skewed
      // A logarithm draws in what is large; it does nothing for a tail of small or negative values.
      let isForLogarithms = !shapes[skewed].hasNegatives && (shapes[skewed].skewness ?? 0) > 0
      method = isForLogarithms ? .log : .power
    } else if let far {
      rule = .farValues
      column = far
      // Without a distance between its quartiles a column would keep its own unit.
      let haveQuartiles = shapes.allSatisfy { $0.skewness == nil || $0.reach != nil }
      method = haveQuartiles ? .robust : .standard
    } else {
      rule = .even
      column = Self.greatest(shapes) { $0.skewness?.magnitude }
      method = .minMax
    }
  }

  /// The first column with the greatest value; nil where no column has one.
  private static func greatest(
    _ shapes: [ColumnShape],
    _ value: (ColumnShape) -> Double?,
  ) -> Int? {
    var best: (value: Double, column: Int)?
    for (column, shape) in shapes.enumerated() {
      guard let value = value(shape), value > best?.value ?? -1 else { continue }
      best = (value, column)
    }
    return best?.column
  }
}
