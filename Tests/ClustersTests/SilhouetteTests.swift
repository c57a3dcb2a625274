import Testing

@testable import Clusters

@Suite("Silhouettes")
struct SilhouetteTests {
  /// The definition, row by row against row.
  private func bruteForce(_ partition: Partition, _ columns: [[Double]]) -> [Double] {
    let rows = Worlds.rows(columns)
    return rows.indices.map { row in
      guard let own = partition.cluster(of: row), partition.clusterCount > 1 else { return 0 }
      guard partition.sizes[own] > 1 else { return 0 }
      var sums = [Double](repeating: 0, count: partition.clusterCount)
      for other in rows.indices {
        guard let cluster = partition.cluster(of: other) else { continue }
        sums[cluster] += Worlds.squaredDistance(rows[row], rows[other]).squareRoot()
      }
      let inside = sums[own] / Double(partition.sizes[own] - 1)
      let nearest =
        sums.indices.filter { $0 != own }
        .map { sums[$0] / Double(partition.sizes[$0]) }.min() ?? 0
      return max(inside, nearest) > 0 ? (nearest - inside) / max(inside, nearest) : 0
    }
  }

  /// Partitions with noise, with single rows, with one cluster, with many, and nested ones.
  private func partitions(rows: Int, on matrix: OrderedMatrix) -> [Partition] {
    var chance = SeededGenerator(seed: 31)
    let kinds: [(Int) -> Int32] = [
      { Int32($0 % 3) },
      { Int32($0 % 6) },
      { $0 % 5 == 0 ? -1 : Int32($0 % 4) },
      { $0 == 0 ? 1 : 0 },
      { _ in 0 },
      { _ in -1 },
      { _ in Int32(chance.next() % 40) },
    ]
    return kinds.map { kind in Partition(labels: (0..<rows).map(kind), on: matrix) }
  }

  static let worlds = [
    Worlds.blobs(rows: 1_300, columns: 3, groups: 6, spread: 0.1, seed: 32),
    Worlds.blobs(rows: 200, columns: 9, groups: 6, spread: 0.1, seed: 33),
    Worlds.lattice(rows: 300, columns: 2, sides: 4, seed: 34),
    // One row so far away that no grid of distances could serve all.
    Worlds.blobs(rows: 1_100, columns: 2, groups: 4, spread: 0.1, seed: 35).map { $0 + [1e12] },
    Worlds.collinear(rows: 300, columns: 3, seed: 36),
    Worlds.grid(sides: 17),
    Worlds.spots(rows: 300, columns: 2, spots: 9, seed: 37),
  ]

  @Test("of many partitions at once are those of brute force", arguments: worlds.indices)
  func agreesWithBruteForce(index: Int) throws {
    let world = Self.worlds[index]
    let matrix = OrderedMatrix(try Matrix(columns: world))
    let partitions = partitions(rows: matrix.rowCount, on: matrix)
    let found = Silhouette.samples(of: partitions, on: matrix)
    for (values, partition) in zip(found, partitions) {
      let expected = bruteForce(partition, world)
      #expect(zip(values, expected).allSatisfy { ($0 - $1).magnitude < 1e-9 })
      #expect(values.allSatisfy { (-1...1).contains($0) })
    }
  }

  @Test("do not depend on company, cores or the order of rows, to the last bit")
  func deterministic() throws {
    let world = Self.worlds[0]
    let matrix = OrderedMatrix(try Matrix(columns: world))
    let partitions = partitions(rows: matrix.rowCount, on: matrix)
    let together = Silhouette.samples(of: partitions, on: matrix)
    for (partition, values) in zip(partitions, together) {
      #expect(Silhouette.samples(of: [partition], on: matrix) == [values])
    }
    for width in 1...3 {
      let found = Parallel.$width.withValue(width) {
        Silhouette.samples(of: partitions, on: matrix)
      }
      #expect(found == together)
    }
    let order = Worlds.shuffle(matrix.rowCount, seed: 5)
    let shuffled = OrderedMatrix(try Matrix(columns: Worlds.rows(of: world, in: order)))
    let moved = partitions.map { partition in
      Partition(labels: order.map { partition.labels[$0] }, on: shuffled)
    }
    let found = Silhouette.samples(of: moved, on: shuffled)
    for (values, plain) in zip(found, together) { #expect(values == order.map { plain[$0] }) }
  }

  @Test("do not depend on cores or the order of rows where one row is far away")
  func deterministicWithOutlier() throws {
    let world = Self.worlds[3]
    let rows = world[0].count
    let matrix = OrderedMatrix(try Matrix(columns: world))
    let labels = (0..<rows).map { Int32($0 % 4) }
    let plain = Silhouette.samples(of: [Partition(labels: labels, on: matrix)], on: matrix)[0]
    let order = Worlds.shuffle(rows, seed: 5)
    let shuffled = OrderedMatrix(try Matrix(columns: Worlds.rows(of: world, in: order)))
    let moved = Partition(labels: order.map { labels[$0] }, on: shuffled)
    for width in 1...3 {
      let found = Parallel.$width.withValue(width) {
        Silhouette.samples(of: [moved], on: shuffled)[0]
      }
      #expect(found == order.map { plain[$0] })
    }
  }

  @Test("are the same in other units, and zero where all rows are equal")
  func units() throws {
    let world = Self.worlds[0]
    let plain = OrderedMatrix(try Matrix(columns: world))
    let enlarged = OrderedMatrix(try Matrix(columns: world.map { $0.map { $0 * 1_048_576 } }))
    let labels = (0..<plain.rowCount).map { Int32($0 % 6) }
    #expect(
      Silhouette.samples(of: [Partition(labels: labels, on: plain)], on: plain)
        == Silhouette.samples(of: [Partition(labels: labels, on: enlarged)], on: enlarged)
    )
    let equal = OrderedMatrix(try Matrix(columns: [[2, 2, 2, 2]]))
    let halves = Partition(labels: [0, 0, 1, 1], on: equal)
    #expect(Silhouette.samples(of: [halves], on: equal) == [[0, 0, 0, 0]])
  }
}
