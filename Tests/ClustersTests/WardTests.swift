import Testing

@testable import Clusters

@Suite("Ward")
struct WardTests {
  static let worlds: [[[Double]]] = [
    Worlds.blobs(rows: 160, columns: 3, groups: 4, spread: 0.05, seed: 61),
    Worlds.blobs(rows: 120, columns: 9, groups: 3, spread: 0.2, seed: 62),
    Worlds.lattice(rows: 200, columns: 2, sides: 12, seed: 63),
    Worlds.lattice(rows: 150, columns: 3, sides: 3, seed: 64),
    // Collinear; and gaps that grow, so that hardly two rows are each other's nearest.
    [(0..<150).map { Double($0) * 0.1 }, (0..<150).map { Double($0) * 0.3 + 1 }],
    [(0..<150).map { Double($0) + Double($0 * $0) * 0.01 }],
    // One light row among heavy ones, and few values far apart in size.
    [(0..<200).map { $0 < 5 ? Double($0) * 0.9 : Double($0 % 7) }],
    [(0..<60).map { (row: Int) -> Double in Double(row % 3) * 1e140 + Double(row * row) * 1e136 }],
  ]

  @Test("joins at every step a pair that no other pair beats", arguments: worlds)
  func slowTwin(columns: [[Double]]) throws {
    let tree = try WardTree(of: Matrix(columns: columns))
    var sorted = Worlds.rows(columns).sorted { $0.lexicographicallyPrecedes($1) }
    var clusters: [Int32: [[Double]]] = [:]
    var name: Int32 = -1
    for (place, row) in sorted.enumerated() {
      if place == 0 || row != sorted[place - 1] { name += 1 }
      clusters[name, default: []].append(row)
    }
    sorted = []
    let heights = tree.heights(last: tree.merges.count)
    #expect(heights == heights.sorted())
    #expect(tree.merges.count == clusters.count - 1)
    for (merge, height) in zip(tree.merges, heights) {
      let living = clusters.values.map { ($0, Self.mean($0)) }
      var least = Double.infinity
      for a in living.indices {
        for b in 0..<a { least = min(least, Self.height(living[a], living[b])) }
      }
      let kept = try #require(clusters[merge.kept])
      let gone = try #require(clusters[merge.gone])
      let own = Self.height((kept, Self.mean(kept)), (gone, Self.mean(gone)))
      #expect(near(height, own, within: 1e-9 * own))
      #expect(near(height, least, within: 1e-9 * least))
      clusters[merge.kept] = kept + gone
      clusters[merge.gone] = nil
    }
    #expect(clusters.count == 1)
  }

  private static func mean(_ rows: [[Double]]) -> [Double] {
    rows[0].indices.map { column in rows.reduce(0) { $0 + $1[column] } / Double(rows.count) }
  }

  private static func height(_ a: ([[Double]], [Double]), _ b: ([[Double]], [Double])) -> Double {
    let (sizeA, sizeB) = (Double(a.0.count), Double(b.0.count))
    // Scaled, so that squares of the largest allowed values stay finite.
    let square = Worlds.squaredDistance(a.1.map { $0 * 0x1p-8 }, b.1.map { $0 * 0x1p-8 })
    return 0x1p8 * (2 * sizeA * sizeB / (sizeA + sizeB) * square).squareRoot()
  }

  @Test("finds the heights and sizes that SciPy finds")
  func reference() throws {
    let expected = try References.all.get().ward
    let tree = try WardTree(of: Matrix(columns: expected.columns))
    let found = tree.heights(last: 30)
    #expect(found.count == 30)
    #expect(zip(found, expected.heights).allSatisfy { near($0, $1, within: 1e-9) })
    for (k, sizes) in expected.sizes {
      #expect(try tree.partition(k: Int(k) ?? 0).sizes == sizes)
    }
  }

  @Test("gives the tree worked out by hand")
  func byHand() throws {
    // 0 and 1 join at 1, 10 and 12 at 2; then √(2·2·2/4)·10.5 = 10.5·√2; then 100 with all.
    let fit = try Ward(k: 3).fit(Matrix(columns: [[100, 0, 12, 1, 10]]))
    #expect(fit.partition.labels == [2, 0, 1, 0, 1])
    #expect(fit.centers == [[0.5], [11], [100]])
    #expect(near(fit.inertia, 2.5, within: 1e-12))
    let heights = [1, 2, 10.5 * 2.0.squareRoot(), (2 * 4.0 / 5).squareRoot() * 94.25]
    #expect(zip(fit.dendrogram.merges, heights).allSatisfy { near($0.height, $1, within: 1e-12) })
    #expect(fit.dendrogram.leafCounts == [1, 1, 1, 1, 1])
    #expect(fit.dendrogram.merges.map(\.count) == [2, 2, 4, 5])
    #expect(fit.dendrogram.merges.map(\.left) == [.leaf(0), .leaf(2), .merge(0), .merge(2)])
    #expect(fit.dendrogram.merges.map(\.right) == [.leaf(1), .leaf(3), .merge(1), .leaf(4)])
  }

  @Test("draws the last merges only, and counts every row once in their leaves")
  func dendrogram() throws {
    let tree = try WardTree(of: Matrix(columns: Self.worlds[0]))
    let drawn = tree.dendrogram(last: 30)
    #expect(drawn.merges.count == 30)
    #expect(drawn.leafCounts.count == 31)
    #expect(drawn.leafCounts.reduce(0, +) == 160)
    #expect(drawn.merges.last?.count == 160)
    #expect(drawn.leafCounts.sorted(by: >) == (try tree.partition(k: 31).sizes))
    #expect(tree.dendrogram(last: 0).leafCounts == [160])
    let equal = try WardTree(of: Matrix(columns: [[3, 3, 3]]))
    #expect(equal.dendrogram(last: 30) == Dendrogram(merges: [], heights: [], counts: [3]))
    #expect(equal.heights(last: 9) == [0, 0])
  }

  @Test("gives as many clusters as there are distinct rows, if fewer than k, and refuses k = 0")
  func fewDistinctRows() throws {
    let matrix = try Matrix(columns: [[1, 2, 2, 1, 2]])
    #expect(try Ward(k: 9).fit(matrix).partition.sizes == [3, 2])
    #expect(try Ward(k: 9).fit(matrix).inertia == 0)
    #expect(throws: ClusterError.clusterCountOutOfRange(0)) { try Ward(k: 0).fit(matrix) }
    #expect(throws: ClusterError.clusterCountOutOfRange(0)) {
      try WardTree(of: matrix).partition(k: 0)
    }
  }

  @Test("has the inertia that its clusters have")
  func inertia() throws {
    let matrix = try Matrix(columns: Self.worlds[0])
    let tree = try WardTree(of: matrix)
    let rows = Worlds.rows(Self.worlds[0])
    for k in [1, 2, 5, 40] {
      let fit = try Ward(k: k).fit(matrix)
      var sum = 0.0
      for (row, label) in fit.partition.labels.enumerated() {
        sum += Worlds.squaredDistance(rows[row], fit.centers[Int(label)])
      }
      #expect(near(try tree.inertia(k: k), sum, within: 1e-9))
    }
  }
}

@Suite("The centers that Ward keeps")
struct LivingCentersTests {
  @Test("know the cheapest partner of every cluster while clusters merge")
  func slowTwin() throws {
    for (columns, seed) in [(2, 1), (3, 2), (5, 3)] {
      let world = Worlds.lattice(rows: 90, columns: columns, sides: 20, seed: UInt64(70 + seed))
      let rows = DistinctRows(of: OrderedMatrix(try Matrix(columns: world)))
      var centers = LivingCenters(rows.inSpace, centers: rows.columns, sizes: rows.sizes)
      var chance = SeededGenerator(seed: UInt64(seed))
      while centers.livingCount > 1 {
        let living = centers.living
        let found = centers.partners(of: living.map { centers.place(of: $0) })
        for (id, partner) in zip(living, found) {
          var best = (cost: Double.infinity, id: Int32.max)
          for other in living where other != id {
            let cost = Self.cost(id, other, in: centers)
            if (cost, other) < best { best = (cost, other) }
          }
          #expect(partner.id == best.id)
          #expect(partner.cost == best.cost)
        }
        let a = living[Int(chance.nextUnit() * Double(living.count))]
        let b = living[Int(chance.nextUnit() * Double(living.count))]
        if a != b { centers.merge(a, b) }
        if centers.livingCount % 20 == 0 { centers = centers.compacted() }
      }
      let last = centers.partners(of: centers.living.map { centers.place(of: $0) })
      #expect(last.map(\.id) == [-1])
    }
  }

  private static func cost(_ a: Int32, _ b: Int32, in centers: LivingCenters) -> Double {
    let (sizeA, sizeB) = (centers.size(of: a), centers.size(of: b))
    var sum = 0.0
    for column in 0..<centers.columnCount {
      let gap = centers.center(of: b, column) - centers.center(of: a, column)
      sum += gap * gap
    }
    return sizeA * sizeB / (sizeA + sizeB) * sum
  }
}
