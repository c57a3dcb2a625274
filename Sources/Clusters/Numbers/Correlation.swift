/// How strongly columns go together, pair by pair.
///
/// Every answer is a square in the order of the columns, nil wherever a constant column (or one
/// with a value that is not finite) takes part. Columns have equally many values. The numbers do
/// not depend on the order of rows.
package enum Correlation {
  /// Pearson's r: how well a straight line fits.
  package static func pearson(_ columns: [[Double]]) -> [[Double?]] {
    let usable = columns.map { column in column.allSatisfy(\.isFinite) }
    let order = RowOrder.lexicographic(
      columns.enumerated().map { usable[$0] ? $1 : [Double](repeating: 0, count: $1.count) }
    )
    let centered = Parallel.map(columns.count) { column -> [Double]? in
      guard usable[column] else { return nil }
      let sorted = order.map { columns[column][Int($0)] }
      guard let first = sorted.first, sorted.contains(where: { $0 != first }) else { return nil }
      let mean = sorted.reduce(0, +) / Double(sorted.count)
      return normalized(sorted.map { $0 - mean })
    }
    return square(columns.count) { a, b in
      guard let x = centered[a], let y = centered[b] else { return nil }
      var sum = 0.0
      for row in x.indices { sum += x[row] * y[row] }
      return max(-1, min(1, sum))
    }
  }

  /// Spearman's ρ: Pearson's r of the ranks, ties at their middle rank.
  package static func spearman(_ columns: [[Double]]) -> [[Double?]] {
    spearman(ranks(of: columns))
  }

  /// Kendall's τ-b: pairs of rows in the same order against pairs in opposite order.
  package static func kendall(_ columns: [[Double]]) -> [[Double?]] {
    kendall(ranks(of: columns))
  }

  /// All three at once; the ranks are made only once.
  package static func all(of columns: [[Double]]) -> Correlations {
    let ranks = ranks(of: columns)
    return Correlations(
      pearson: pearson(columns),
      spearman: spearman(ranks),
      kendall: kendall(ranks),
    )
  }

  private static func ranks(of columns: [[Double]]) -> [ColumnRanks?] {
    Parallel.map(columns.count) { column in
      columns[column].allSatisfy(\.isFinite) ? ColumnRanks(columns[column]) : nil
    }
  }

  private static func spearman(_ ranks: [ColumnRanks?]) -> [[Double?]] {
    square(ranks.count) { a, b in
      guard let x = ranks[a], let y = ranks[b], !x.isConstant, !y.isConstant else { return nil }
      let scale =
        dot(x.centered, x.centered).squareRoot() * dot(y.centered, y.centered).squareRoot()
      return max(-1, min(1, dot(x.centered, y.centered) / scale))
    }
  }

  private static func kendall(_ ranks: [ColumnRanks?]) -> [[Double?]] {
    square(ranks.count) { a, b in
      guard let x = ranks[a], let y = ranks[b] else { return nil }
      return Kendall(x, y).tau
    }
  }

  /// Whole numbers add up exactly, so their order does not matter; 64 bits could overflow.
  private static func dot(_ x: [Int], _ y: [Int]) -> Double {
    var sum: Int128 = 0
    for row in x.indices { sum += Int128(x[row] * y[row]) }
    return Double(sum)
  }

  /// The deviations over the root of their squares' sum, kept from overflow by their largest.
  private static func normalized(_ deviations: [Double]) -> [Double] {
    let largest = deviations.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0 else { return deviations }
    let scaled = deviations.map { $0 / largest }
    let length = scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return scaled.map { $0 / length }
  }

  /// Fills a symmetric square; on the diagonal 1 or nil.
  private static func square(_ count: Int, _ value: @Sendable (Int, Int) -> Double?) -> [[Double?]]
  {
    let pairs = (0..<count).flatMap { a in (0...a).map { b in (a, b) } }
    let values = Parallel.map(pairs.count) { value(pairs[$0].0, pairs[$0].1) }
    var result = [[Double?]](repeating: [Double?](repeating: nil, count: count), count: count)
    for (pair, value) in zip(pairs, values) {
      let entry = pair.0 == pair.1 ? value.map { _ in 1.0 } : value
      result[pair.0][pair.1] = entry
      result[pair.1][pair.0] = entry
    }
    return result
  }
}
