import RealModule

/// How dense one cluster is from within, as DBCV sees it.
struct ClusterDensity: Sendable {
  /// The rows that are not at the ends of the cluster's spanning tree.
  private(set) var innerRows: [Int] = []
  /// Their squared core distances.
  private(set) var innerCores: [Double] = []
  /// The longest link between inner rows (any rows if there is none): the sparsest place.
  private(set) var sparseness = 0.0

  /// Looks at some tree rows, at least two.
  init(of rows: [Int], in points: PaddedColumns) {
    let own = PaddedColumns(
      columns: (0..<points.columnCount).map { column in rows.map { points.value($0, column) } }
    )
    let cores = Self.cores(of: own)
    let edges = Self.spanningEdges(of: own, cores: cores)
    var degrees = [Int](repeating: 0, count: rows.count)
    for edge in edges {
      degrees[Int(edge.a)] += 1
      degrees[Int(edge.b)] += 1
    }
    for (row, degree) in degrees.enumerated() where degree > 1 {
      innerRows.append(rows[row])
      innerCores.append(cores[row])
    }
    let inner = edges.filter { degrees[Int($0.a)] > 1 && degrees[Int($0.b)] > 1 }
    let longest = (inner.isEmpty ? edges : inner).map(\.square).max() ?? 0
    sparseness = longest.squareRoot()
  }

  /// The squared core distance of each row from the distances to all others.
  ///
  /// It is the mean of (1/distance)^columns, turned back into a distance; measured in units of the
  /// nearest distance, so that no power overflows. A row with an equal one has core distance 0.
  private static func cores(of points: PaddedColumns) -> [Double] {
    let columns = points.columnCount
    return Parallel.blocks(of: points.rowCount, size: 64) { rows in
      var distances = [Double](repeating: 0, count: points.rowCount + 8)
      var point = [Double](repeating: 0, count: columns)
      return rows.map { row in
        points.copyRow(row, into: &point)
        points.squaredDistances(0..<points.rowCount, to: point, into: &distances)
        distances[row] = .infinity
        var nearest = Double.infinity
        for other in 0..<points.rowCount { nearest = min(nearest, distances[other]) }
        guard nearest > 0, nearest < .infinity else { return 0 }
        var sum = 0.0
        for other in 0..<points.rowCount {
          sum += power(nearest / distances[other], halves: columns)
        }
        let mean = sum / Double(points.rowCount - 1)
        return nearest * Double.pow(mean, -2 / Double(columns))
      }
    }
  }

  /// The base to the power of so many halves.
  private static func power(_ base: Double, halves: Int) -> Double {
    var result = halves & 1 == 1 ? base.squareRoot() : 1
    var factor = base
    var left = halves >> 1
    while left > 0 {
      if left & 1 == 1 { result *= factor }
      factor *= factor
      left >>= 1
    }
    return result
  }

  /// The spanning tree in mutual reachability; of equally long links the one to the denser row,
  /// then the one between nearer rows.
  ///
  /// Prim over all pairs: the core distances have looked at all pairs already, and which of equal
  /// links is taken matters here, because it decides who is at an end.
  private static func spanningEdges(
    of points: PaddedColumns,
    cores: [Double],
  ) -> [SpanningTree.Edge] {
    let count = points.rowCount
    var edges: [SpanningTree.Edge] = []
    edges.reserveCapacity(count)
    var distances = [Double](repeating: 0, count: count + 8)
    var point = [Double](repeating: 0, count: points.columnCount)
    var outside = (1..<Int32(max(1, count))).map { $0 }
    var links = [Link](repeating: Link(), count: count)
    var at = 0
    while !outside.isEmpty {
      points.copyRow(at, into: &point)
      points.squaredDistances(0..<count, to: point, into: &distances)
      let core = cores[at]
      var best = 0
      var shortest = Link()
      for place in outside.indices {
        let row = Int(outside[place])
        let square = max(distances[row], max(core, cores[row]))
        if square <= links[row].square {
          let link = Link(
            square: square,
            core: min(core, cores[row]),
            distance: distances[row],
            from: Int32(at),
          )
          if link < links[row] { links[row] = link }
        }
        if links[row] < shortest {
          shortest = links[row]
          best = place
        }
      }
      edges.append(.init(a: shortest.from, b: outside[best], square: shortest.square))
      at = Int(outside[best])
      outside.swapAt(best, outside.count - 1)
      outside.removeLast()
    }
    return edges
  }

  /// A way into the tree for a row outside it.
  private struct Link {
    var square = Double.infinity
    var core = Double.infinity
    var distance = Double.infinity
    var from: Int32 = 0

    static func < (a: Link, b: Link) -> Bool {
      if a.square != b.square { return a.square < b.square }
      if a.core != b.core { return a.core < b.core }
      return a.distance < b.distance
    }
  }
}
