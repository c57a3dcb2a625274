import Testing

@testable import Clusters

@Suite("Scoring of rows")
struct ScoringTests {
  static let worlds = [
    Worlds.blobs(rows: 600, columns: 2, groups: 4, spread: 0.04, seed: 1),
    Worlds.blobs(rows: 500, columns: 5, groups: 3, spread: 0.05, seed: 2),
    Worlds.lattice(rows: 500, columns: 2, sides: 12, seed: 3).map { $0.map { $0 / 12 } },
    Worlds.collinear(rows: 400, columns: 3, seed: 4),
  ]

  /// Rows of a fit in another order, with new ones among them.
  private func mixed(_ world: [[Double]], seed: UInt64) -> (columns: [[Double]], rows: [Int?]) {
    var chance = SeededGenerator(seed: seed)
    let order = Worlds.shuffle(world[0].count, seed: seed).prefix(200)
    var columns = [[Double]](repeating: [], count: world.count)
    var rows: [Int?] = []
    for row in order {
      for column in world.indices { columns[column].append(world[column][row]) }
      rows.append(row)
      for column in world.indices { columns[column].append(1.4 * chance.nextUnit() - 0.2) }
      rows.append(nil)
    }
    return (columns, rows)
  }

  @Test("finds rows of the fit again, and only those", arguments: worlds.indices)
  func fittedRows(index: Int) throws {
    let world = Self.worlds[index]
    let matrix = OrderedMatrix(try Matrix(columns: world))
    let (columns, rows) = mixed(world, seed: 4)
    let found = try FittedRows(of: matrix).matches(for: Matrix(columns: columns))
    let fitted = Worlds.rows(world)
    for (place, values) in Worlds.rows(columns).enumerated() {
      #expect((found[place] == nil) == (rows[place] == nil))
      if let match = found[place] { #expect(fitted[match] == values) }
    }
    let partition = try DBSCAN(eps: 0.06, minPoints: 6).fit(matrix).partition
    let labels = try FittedRows(of: matrix).labels(for: Matrix(columns: columns), in: partition)
    #expect(labels == rows.map { row in row.map { partition.labels[$0] } })
  }

  @Test("gives rows of the fit the label they have there", arguments: worlds.indices)
  func promise(index: Int) throws {
    let world = Self.worlds[index]
    let raw = try Matrix(columns: world)
    let matrix = OrderedMatrix(raw)
    let dense = try DBSCAN(eps: 0.06, minPoints: 6).fit(matrix)
    let cores = try NearestCoreRows(dense, on: matrix).answers(for: raw)
    #expect(cores.map(\.cluster) == (0..<raw.rowCount).map { dense.partition.cluster(of: $0) })
    #expect(cores.map { $0.distance == 0 } == dense.isCore)
    let tree = try HDBSCAN(minClusterSize: 15, minPoints: 6).fit(matrix)
    let members = try NearestMembers(tree, on: matrix).answers(for: raw)
    #expect(members.map(\.cluster) == (0..<raw.rowCount).map { tree.partition.cluster(of: $0) })
    #expect(members.map(\.membership) == tree.memberships)
  }

  @Test("gives a new row the nearest core row within eps, else noise", arguments: worlds.indices)
  func newRowsOfDBSCAN(index: Int) throws {
    let world = Self.worlds[index]
    let matrix = OrderedMatrix(try Matrix(columns: world))
    let fit = try DBSCAN(eps: 0.06, minPoints: 6).fit(matrix)
    let columns = mixed(world, seed: 5).columns
    let answers = try NearestCoreRows(fit, on: matrix).answers(for: Matrix(columns: columns))
    let rows = Worlds.rows(world)
    let cores = rows.indices.filter { fit.isCore[$0] }
    for (answer, values) in zip(answers, Worlds.rows(columns)) {
      let nearest = cores.min { a, b in
        let toA = Worlds.squaredDistance(values, rows[a])
        let toB = Worlds.squaredDistance(values, rows[b])
        return toA != toB ? toA < toB : rows[a].lexicographicallyPrecedes(rows[b])
      }
      let core = try #require(nearest)
      let isNear = Worlds.squaredDistance(values, rows[core]) <= 0.06 * 0.06
      #expect(answer.cluster == (isNear ? fit.partition.cluster(of: core) : nil))
      #expect(answer.distance.isFinite == isNear)
    }
  }

  @Test(
    "gives a new row the member it reaches first, while the cluster is on its own",
    arguments: worlds.indices
  )
  func newRowsOfHDBSCAN(index: Int) throws {
    let world = Self.worlds[index]
    let matrix = OrderedMatrix(try Matrix(columns: world))
    let fit = try HDBSCAN(minClusterSize: 15, minPoints: 6).fit(matrix)
    let (columns, known) = mixed(world, seed: 6)
    let answers = try NearestMembers(fit, on: matrix).answers(for: Matrix(columns: columns))
    let rows = Worlds.rows(world)
    for (place, values) in Worlds.rows(columns).enumerated() where known[place] == nil {
      let ways = rows.map { Worlds.squaredDistance(values, $0).squareRoot() }
      let core = ways.sorted()[4]
      let candidates = rows.indices.compactMap { row -> (reach: Double, way: Double, row: Int)? in
        guard let cluster = fit.partition.cluster(of: row) else { return nil }
        let reach = max(ways[row], max(core, fit.coreDistances[row]))
        return reach < fit.reaches[cluster] ? (reach, ways[row], row) : nil
      }
      let best = candidates.min { a, b in
        if (a.reach, a.way) != (b.reach, b.way) { return (a.reach, a.way) < (b.reach, b.way) }
        return rows[a.row].lexicographicallyPrecedes(rows[b.row])
      }
      #expect(answers[place].cluster == best.flatMap { fit.partition.cluster(of: $0.row) })
      #expect((0...1).contains(answers[place].membership))
      #expect((answers[place].membership == 0) == (best == nil))
    }
  }

  @Test("refuses rows with other columns than the fit")
  func refuses() throws {
    let matrix = OrderedMatrix(try Matrix(columns: [[1, 2, 3, 4]]))
    let other = try Matrix(columns: [[1], [2]])
    let error = ClusterError.columnCountDiffers(expected: 1, found: 2)
    #expect(throws: error) { try FittedRows(of: matrix).matches(for: other) }
    let dense = try DBSCAN(eps: 1, minPoints: 2).fit(matrix)
    #expect(throws: error) { try NearestCoreRows(dense, on: matrix).answers(for: other) }
    let tree = try HDBSCAN(minClusterSize: 2).fit(matrix)
    #expect(throws: error) { try NearestMembers(tree, on: matrix).answers(for: other) }
  }
}
