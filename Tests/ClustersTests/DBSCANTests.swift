import Testing

@testable import Clusters

@Suite("DBSCAN")
struct DBSCANTests {
  struct Case: Sendable {
    var columns: [[Double]]
    var eps: Double
    var minPoints: Int
  }

  static let cases: [Case] = [
    Case(
      columns: Worlds.blobs(rows: 700, columns: 2, groups: 4, spread: 0.03, seed: 1),
      eps: 0.03,
      minPoints: 8
    ),
    Case(
      columns: Worlds.blobs(rows: 700, columns: 3, groups: 3, spread: 0.05, seed: 2),
      eps: 0.06,
      minPoints: 10
    ),
    Case(
      columns: Worlds.blobs(rows: 500, columns: 8, groups: 3, spread: 0.03, seed: 3),
      eps: 0.12,
      minPoints: 12
    ),
    Case(columns: Worlds.lattice(rows: 600, columns: 2, sides: 12, seed: 4), eps: 1, minPoints: 18),
    Case(columns: Worlds.lattice(rows: 600, columns: 3, sides: 6, seed: 5), eps: 1, minPoints: 14),
    Case(columns: Worlds.lattice(rows: 300, columns: 1, sides: 90, seed: 6), eps: 1, minPoints: 10),
    Case(
      columns: Worlds.blobs(rows: 300, columns: 2, groups: 3, spread: 0.05, seed: 7),
      eps: 50,
      minPoints: 9
    ),
    Case(
      columns: Worlds.blobs(rows: 300, columns: 2, groups: 3, spread: 0.05, seed: 8),
      eps: 1e-9,
      minPoints: 2
    ),
    Case(
      columns: Worlds.blobs(rows: 200, columns: 2, groups: 3, spread: 0.05, seed: 9),
      eps: 0.05,
      minPoints: 1
    ),
    Case(columns: Worlds.collinear(rows: 500, columns: 3, seed: 10), eps: 0.02, minPoints: 9),
    Case(columns: Worlds.grid(sides: 24), eps: 1, minPoints: 5),
    Case(
      columns: Worlds.spots(rows: 400, columns: 2, spots: 12, seed: 11),
      eps: 0.2,
      minPoints: 40
    ),
  ]

  /// The definition, row by row against row.
  private func bruteForce(_ test: Case) throws -> (labels: [Int], isCore: [Bool]) {
    let rows = Worlds.rows(test.columns)
    let reach = rows.map { a in
      rows.indices.filter { Worlds.squaredDistance(a, rows[$0]) <= test.eps * test.eps }
    }
    let isCore = reach.map { $0.count >= test.minPoints }
    var labels = [Int](repeating: -1, count: rows.count)
    var next = 0
    for start in rows.indices where isCore[start] && labels[start] < 0 {
      var open = [start]
      labels[start] = next
      while let row = open.popLast() {
        for other in reach[row] where isCore[other] && labels[other] < 0 {
          labels[other] = next
          open.append(other)
        }
      }
      next += 1
    }
    for row in rows.indices where !isCore[row] {
      let best = reach[row].filter { isCore[$0] }.min { a, b in
        let toA = Worlds.squaredDistance(rows[row], rows[a])
        let toB = Worlds.squaredDistance(rows[row], rows[b])
        return toA != toB ? toA < toB : rows[a].lexicographicallyPrecedes(rows[b])
      }
      if let best { labels[row] = labels[best] }
    }
    return (labels, isCore)
  }

  @Test(
    "agrees with its definition row by row, border rows and ties included",
    arguments: cases.indices
  )
  func agreesWithDefinition(index: Int) throws {
    let test = Self.cases[index]
    let matrix = OrderedMatrix(try Matrix(columns: test.columns))
    let fit = try DBSCAN(eps: test.eps, minPoints: test.minPoints).fit(matrix)
    let expected = try bruteForce(test)
    #expect(fit.isCore == expected.isCore)
    #expect(fit.partition == Partition(labels: expected.labels.map { Int32($0) }, on: matrix))
  }

  @Test("calls lonely rows noise and joins a border row to the nearer cluster")
  func border() throws {
    // The row at 1.2 has four rows within 0.95, itself included: a border row of both sides.
    let left = [0, 0.1, 0.2, 0.3, 0.4]
    let right = [2.1, 2.2, 2.3, 2.4, 2.5]
    let matrix = try Matrix(columns: [left + right + [1.2, 9]])
    let fit = try DBSCAN(eps: 0.95, minPoints: 5).fit(matrix)
    #expect(fit.isCore == [Bool](repeating: true, count: 10) + [false, false])
    #expect(fit.partition.labels == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, Partition.noise])
    #expect(fit.partition.cluster(of: 11) == nil)
    #expect(fit.partition.noiseCount == 1)
  }

  @Test("refuses a radius or a count that cannot be")
  func refuses() throws {
    let matrix = try Matrix(columns: [[1, 2]])
    #expect(throws: ClusterError.radiusOutOfRange(0)) {
      try DBSCAN(eps: 0, minPoints: 2).fit(matrix)
    }
    #expect(throws: ClusterError.minPointsOutOfRange(0)) {
      try DBSCAN(eps: 1, minPoints: 0).fit(matrix)
    }
  }

  @Test("proposes twice the columns or a thousandth of the rows as a dense neighborhood")
  func defaults() {
    #expect(DBSCAN.defaultMinPoints(rows: 55_002, columns: 3) == 55)
    #expect(DBSCAN.defaultMinPoints(rows: 500, columns: 3) == 6)
  }
}
