import Testing

@testable import Clusters

@Suite("HDBSCAN")
struct HDBSCANTests {
  struct Case: Sendable {
    var name: String
    var columns: [[Double]]
    var minClusterSize = 10
    var minPoints = 5
  }

  static let cases: [Case] = [
    Case(
      name: "random, two columns",
      columns: Worlds.blobs(rows: 700, columns: 2, groups: 4, spread: 0.03, seed: 1)
    ),
    Case(
      name: "random, six columns",
      columns: Worlds.blobs(rows: 500, columns: 6, groups: 3, spread: 0.05, seed: 2),
      minPoints: 12
    ),
    Case(
      name: "random, core distances of nothing",
      columns: Worlds.blobs(rows: 400, columns: 3, groups: 5, spread: 0.04, seed: 3),
      minClusterSize: 2,
      minPoints: 1
    ),
    Case(
      name: "more neighbors than are kept",
      columns: Worlds.blobs(rows: 600, columns: 2, groups: 2, spread: 0.1, seed: 4),
      minClusterSize: 40,
      minPoints: 60
    ),
    Case(
      name: "more neighbors than rows",
      columns: Worlds.blobs(rows: 50, columns: 2, groups: 2, spread: 0.1, seed: 5),
      minPoints: 80
    ),
    Case(
      name: "gridded",
      columns: [
        (0..<600).map { Double($0 % 25) }, (0..<600).map { Double($0 / 25) },
      ]
    ),
    Case(
      name: "gridded and duplicated",
      columns: Worlds.lattice(rows: 700, columns: 2, sides: 9, seed: 6)
    ),
    Case(
      name: "duplicated in three columns",
      columns: Worlds.lattice(rows: 600, columns: 3, sides: 6, seed: 7),
      minPoints: 14
    ),
    Case(
      name: "one column",
      columns: Worlds.lattice(rows: 300, columns: 1, sides: 90, seed: 8)
    ),
    Case(
      name: "collinear",
      columns: {
        let along = Worlds.blobs(rows: 400, columns: 1, groups: 4, spread: 0.02, seed: 9)[0]
        return [along, along.map { 3 * $0 }, along.map { -$0 }]
      }()
    ),
    Case(
      name: "two spots",
      columns: [(0..<300).map { $0 % 3 == 0 ? 1 : 4 }, (0..<300).map { $0 % 3 == 0 ? 2 : 5 }]
    ),
  ]

  /// Core distances by sorting all distances, and a spanning tree by Prim over all pairs.
  static func twin(
    _ columns: [[Double]],
    rank: Int
  ) -> (
    cores: [Double], edges: [SpanningTree.Edge]
  ) {
    let rows = Worlds.rows(columns)
    let cores = rows.map { a in
      rows.map { Worlds.squaredDistance(a, $0) }.sorted()[min(rank, rows.count) - 1]
    }
    var edges: [SpanningTree.Edge] = []
    var least = [Double](repeating: .infinity, count: rows.count)
    var from = [Int](repeating: 0, count: rows.count)
    var isIn = [Bool](repeating: false, count: rows.count)
    var at = 0
    for _ in 1..<max(1, rows.count) {
      isIn[at] = true
      var next = -1
      for row in rows.indices where !isIn[row] {
        let distance = Worlds.squaredDistance(rows[at], rows[row])
        let square = max(distance, max(cores[at], cores[row]))
        if square < least[row] {
          least[row] = square
          from[row] = at
        }
        if next < 0 || least[row] < least[next] { next = row }
      }
      edges.append(.init(a: Int32(from[next]), b: Int32(next), square: least[next]))
      at = next
    }
    return (cores, edges)
  }

  @Test("agrees with all pairs, to the last bit, on every kind of data", arguments: cases)
  func agreesWithAllPairs(test: Case) throws {
    let matrix = OrderedMatrix(try Matrix(columns: test.columns))
    let fast = CoreNeighbors(of: matrix.tree, rank: test.minPoints)
    // The twin works on tree rows, so that equal rows are in the same places.
    let inTreeOrder = (0..<matrix.columnCount).map { column in
      (0..<matrix.rowCount).map { matrix.points.value($0, column) }
    }
    let slow = Self.twin(inTreeOrder, rank: test.minPoints)
    #expect(fast.squares == slow.cores)
    let edges = SpanningTree(of: matrix.tree, neighbors: fast).edges
    #expect(edges.map(\.square).sorted() == slow.edges.map(\.square).sorted())
    let withoutLists = SpanningTree(of: matrix.tree, cores: slow.cores).edges
    #expect(withoutLists.map(\.square).sorted() == slow.edges.map(\.square).sorted())
    for selection in HDBSCAN.Selection.allCases {
      let method = HDBSCAN(
        minClusterSize: test.minClusterSize,
        minPoints: test.minPoints,
        selection: selection,
      )
      let merges = MergeTree(of: slow.edges, rows: matrix.rowCount)
      var tree = CondensedTree(of: merges, minClusterSize: test.minClusterSize)
      tree.settleSaddles(in: matrix.tree, cores: slow.cores)
      let chosen = ClusterSelection(
        from: tree,
        by: selection,
        allowSingleCluster: false,
      )
      let fit = try method.fit(matrix)
      let expected = HDBSCANFit(of: tree, chosen, cores: slow.cores, settings: method, on: matrix)
      #expect(fit.partition == expected.partition)
      #expect(fit.memberships == expected.memberships)
      #expect(fit.outlierScores == expected.outlierScores)
      #expect(zip(fit.persistence, expected.persistence).allSatisfy { near($0, $1, within: 1e-12) })
    }
  }

  @Test("joins at every length exactly the rows that are in reach of each other", arguments: cases)
  func mergesAtEveryLength(test: Case) throws {
    let rows = Worlds.rows(test.columns)
    let slow = Self.twin(test.columns, rank: test.minPoints)
    let tree = MergeTree(of: slow.edges, rows: rows.count)
    let squares = Set(slow.edges.map(\.square)).sorted()
    for square in stride(from: 0, to: squares.count, by: max(1, squares.count / 5)) {
      let limit = squares[square]
      var sets = DisjointSets(count: rows.count)
      for a in rows.indices {
        for b in 0..<a
        where max(Worlds.squaredDistance(rows[a], rows[b]), max(slow.cores[a], slow.cores[b]))
          <= limit
        {
          _ = sets.unite(a, b)
        }
      }
      let found = rows.indices.map { row in
        var node = row
        while tree.parents[node] >= 0, tree.square(of: Int(tree.parents[node])) <= limit {
          node = Int(tree.parents[node])
        }
        return node
      }
      var names: [Int: Int32] = [:]
      let renamed = found.map { node in
        let name = names[node] ?? Int32(names.count)
        names[node] = name
        return name
      }
      #expect(renamed == sets.numbers().ofEach)
    }
  }

  @Test("tells two groups and a lonely row apart, worked out by hand")
  func byHand() throws {
    let left = [0.0, 1, 2, 3, 4]
    let right = [20.0, 21, 22, 23, 24]
    let matrix = try Matrix(columns: [left + right + [50]])
    let fit = try HDBSCAN(minClusterSize: 3, minPoints: 2).fit(matrix)
    #expect(fit.partition.labels == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, Partition.noise])
    #expect(fit.coreDistances == [Double](repeating: 1, count: 10) + [26])
    #expect(fit.memberships == [Double](repeating: 1, count: 10) + [0])
    // The lonely row leaves at 1/26, the groups split at 1/16 and end at 1/1.
    #expect(fit.reaches == [16, 16])
    #expect(near(fit.outlierScores[10], 1 - 1.0 / 26, within: 1e-15))
    #expect(fit.outlierScores[0] == 0)
    #expect(fit.persistence.allSatisfy { near($0, 15.0 / 16, within: 1e-15) })
  }

  @Test("gives a row between two clusters to the nearer one, ties to the row that sorts first")
  func saddles() throws {
    let left = [0.0, 1, 2, 3, 4]
    let right = [20.0, 21, 22, 23, 24]
    // Their fifth neighbor is just as far away as one of the other side: they link both at once.
    for (row, neighbor) in [(12.0, 0), (11.5, 0), (12.5, 5)] {
      let matrix = try Matrix(columns: [left + right + [row, row]])
      let fit = try HDBSCAN(minClusterSize: 3, minPoints: 5).fit(matrix)
      let label = fit.partition.labels[neighbor]
      #expect(fit.partition.labels.suffix(2) == [label, label], "\(row)")
      #expect(fit.partition.noiseCount == 0)
    }
  }

  @Test("finds one cluster only where that is allowed")
  func singleCluster() throws {
    let world = Worlds.blobs(rows: 300, columns: 2, groups: 1, spread: 0.05, seed: 10)
    let matrix = OrderedMatrix(try Matrix(columns: world))
    for selection in HDBSCAN.Selection.allCases {
      var method = HDBSCAN(minClusterSize: 100, minPoints: 10, selection: selection)
      #expect(try method.fit(matrix).partition.noiseCount == 300)
      method.allowSingleCluster = true
      let fit = try method.fit(matrix)
      #expect(fit.partition.sizes == [300])
      #expect(fit.memberships.max() == 1)
      #expect(fit.reaches == [.infinity])
    }
  }

  @Test("calls everything noise when there are fewer rows than a cluster needs")
  func tooFew() throws {
    for column in [[1, 2, 3, 50], [7, 7, 7, 7]] as [[Double]] {
      let matrix = try Matrix(columns: [column])
      for allowed in [false, true] {
        let fit = try HDBSCAN(minClusterSize: 5, allowSingleCluster: allowed).fit(matrix)
        #expect(fit.partition.noiseCount == 4)
        #expect(fit.persistence.isEmpty)
      }
    }
  }

  @Test("separates spots of equal rows from each other")
  func spots() throws {
    let matrix = try Matrix(columns: [(0..<90).map { Double($0 % 3) }])
    let fit = try HDBSCAN(minClusterSize: 5, minPoints: 3).fit(matrix)
    #expect(fit.partition.sizes == [30, 30, 30])
    #expect(fit.memberships.allSatisfy { $0 == 1 })
    #expect(fit.outlierScores.allSatisfy { $0 == 0 })
  }

  @Test("does not become quadratic on many equal rows")
  func manyEqualRows() throws {
    let spot = [Double](repeating: 3, count: 100_000)
    let matrix = try Matrix(columns: [
      spot + Worlds.lattice(rows: 5_000, columns: 1, sides: 40, seed: 1)[0]
    ])
    let fit = try HDBSCAN(minClusterSize: 50, minPoints: 10).fit(matrix)
    #expect(fit.partition.sizes.first ?? 0 >= 100_000)
  }

  @Test("refuses a cluster of one and a neighborhood of none")
  func refuses() throws {
    let matrix = try Matrix(columns: [[1, 2]])
    #expect(throws: ClusterError.minClusterSizeOutOfRange(1)) {
      try HDBSCAN(minClusterSize: 1).fit(matrix)
    }
    #expect(throws: ClusterError.minPointsOutOfRange(0)) {
      try HDBSCAN(minClusterSize: 2, minPoints: 0).fit(matrix)
    }
  }
}
