import Testing

@testable import Clusters

@Suite("Scoring by any method")
struct RowScorerTests {
  struct World: Sendable {
    var columns: [[Double]]
    /// Rows that are not in the fit, some of them far away.
    var fresh: [[Double]]

    init(_ columns: [[Double]], seed: UInt64) {
      var chance = SeededGenerator(seed: seed)
      self.columns = columns
      fresh = columns.map { _ in (0..<60).map { _ in 1.6 * chance.nextUnit() - 0.3 } }
    }
  }

  static let worlds = [
    World(Worlds.blobs(rows: 500, columns: 3, groups: 4, spread: 0.03, seed: 21), seed: 1),
    World(
      Worlds.lattice(rows: 400, columns: 2, sides: 9, seed: 22).map { $0.map { $0 / 16 } },
      seed: 2
    ),
    World(Worlds.collinear(rows: 400, columns: 2, seed: 23), seed: 3),
  ]

  @Test("gives rows of the fit the cluster they have there", arguments: Clusterers.allCases)
  func promise(clusterer: Clusterers) throws {
    for world in Self.worlds {
      let raw = try Matrix(columns: world.columns)
      let matrix = OrderedMatrix(raw)
      let model = try clusterer.model(matrix)
      let answers = try RowScorer(model, on: matrix).answers(for: raw)
      #expect(
        answers.map(\.cluster) == (0..<raw.rowCount).map { model.partition.cluster(of: $0) }
      )
      #expect(answers.allSatisfy { (0...1).contains($0.confidence) })
      #expect(answers.allSatisfy { $0.cluster != nil || $0.confidence == 0 })
    }
  }

  @Test("does not look at which rows are scored together", arguments: Clusterers.allCases)
  func company(clusterer: Clusterers) throws {
    for world in Self.worlds {
      let matrix = OrderedMatrix(try Matrix(columns: world.columns))
      let scorer = RowScorer(try clusterer.model(matrix), on: matrix)
      let mixed = zip(world.columns, world.fresh).map { Array($0.prefix(80)) + $1 }
      let together = try scorer.answers(for: Matrix(columns: mixed))
      let order = Worlds.shuffle(mixed[0].count, seed: 9)
      let shuffled = try scorer.answers(for: Matrix(columns: Worlds.rows(of: mixed, in: order)))
      #expect(shuffled == order.map { together[$0] })
      for row in [0, 79, 80, 139] {
        let alone = try Matrix(columns: mixed.map { [$0[row]] })
        #expect(try scorer.answers(for: alone) == [together[row]])
      }
    }
  }

  @Test("does not look at the order in which the rows were fitted", arguments: Clusterers.allCases)
  func order(clusterer: Clusterers) throws {
    for world in Self.worlds {
      let fresh = try Matrix(columns: world.fresh)
      let plain = OrderedMatrix(try Matrix(columns: world.columns))
      let order = Worlds.shuffle(world.columns[0].count, seed: 10)
      let moved = OrderedMatrix(try Matrix(columns: Worlds.rows(of: world.columns, in: order)))
      let answers = try RowScorer(clusterer.model(plain), on: plain).answers(for: fresh)
      #expect(try RowScorer(clusterer.model(moved), on: moved).answers(for: fresh) == answers)
    }
  }

  @Test("gives a new row the cluster of its rule", arguments: Clusterers.allCases)
  func rules(clusterer: Clusterers) throws {
    let world = Self.worlds[0]
    let matrix = OrderedMatrix(try Matrix(columns: world.columns))
    let fresh = try Matrix(columns: world.fresh)
    let model = try clusterer.model(matrix)
    let found = try RowScorer(model, on: matrix).answers(for: fresh).map(\.cluster)
    let expected: [Int?]
    switch model {
    case .kMeans(let fit):
      expected = try NearestCenters(fit.centers).answers(for: fresh).map(\.cluster)
    case .miniBatchKMeans(let fit):
      expected = try NearestCenters(fit.centers).answers(for: fresh).map(\.cluster)
    case .ward(let fit):
      expected = try NearestCenters(fit.centers).answers(for: fresh).map(\.cluster)
    case .gaussianMixture(let fit): expected = try fit.components(of: fresh)
    case .dbscan(let fit):
      expected = try NearestCoreRows(fit, on: matrix).answers(for: fresh).map(\.cluster)
      #expect(expected.contains(nil))
    case .hdbscan(let fit):
      expected = try NearestMembers(fit, on: matrix).answers(for: fresh).map(\.cluster)
      #expect(expected.contains(nil))
    }
    #expect(found == expected)
  }

  @Test("calls a core row of DBSCAN sure, any other row half sure")
  func confidenceOfDBSCAN() throws {
    let matrix = OrderedMatrix(try Matrix(columns: [[0, 1, 2, 3, 9]]))
    let fit = try DBSCAN(eps: 1, minPoints: 3).fit(matrix)
    let scorer = RowScorer(.dbscan(fit), on: matrix)
    let answers = try scorer.answers(for: Matrix(columns: [[1, 0, 1.5, 9, 5]]))
    #expect(answers.map(\.confidence) == [1, 0.5, 0.5, 0, 0])
    #expect(answers.map(\.cluster) == [0, 0, 0, nil, nil])
  }

  @Test("refuses rows with other columns than the fit", arguments: Clusterers.allCases)
  func refuses(clusterer: Clusterers) throws {
    let matrix = OrderedMatrix(try Matrix(columns: Self.worlds[1].columns))
    let scorer = RowScorer(try clusterer.model(matrix), on: matrix)
    #expect(throws: ClusterError.columnCountDiffers(expected: 2, found: 1)) {
      try scorer.answers(for: Matrix(columns: [[1]]))
    }
  }
}
