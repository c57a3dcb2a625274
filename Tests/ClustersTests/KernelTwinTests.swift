import Testing

@testable import Clusters

@Suite("The C loops")
struct KernelTwinTests {
  /// Row counts around the lane width, and columns on both sides of the unrolled cases.
  static let shapes = [(1, 1), (3, 2), (4, 3), (7, 4), (8, 5), (9, 6), (31, 7), (64, 20)]

  private func made(_ shape: (Int, Int)) -> PaddedColumns {
    PaddedColumns(
      columns: Worlds.blobs(
        rows: shape.0,
        columns: shape.1,
        groups: 3,
        spread: 0.2,
        seed: UInt64(shape.0)
      )
    )
  }

  private func centers(_ count: Int, columns: Int) -> [[Double]] {
    var result: [[Double]] = []
    for center in 0..<count {
      result.append((0..<columns).map { column in Double((center * 7 + column * 3) % 11) / 11 })
    }
    return result
  }

  @Test("measure the same squared distances as plain Swift, to the last bit", arguments: shapes)
  func squaredDistances(shape: (Int, Int)) {
    let points = made(shape)
    let target = [Double](repeating: 0.3, count: shape.1)
    var found = [Double](repeating: 0, count: shape.0 + 8)
    points.squaredDistances(0..<shape.0, to: target, into: &found)
    for row in 0..<shape.0 {
      #expect(found[row] == Worlds.squaredDistance(points.row(row), target))
    }
  }

  @Test("find the same two nearest centers as plain Swift", arguments: shapes)
  func twoNearest(shape: (Int, Int)) {
    let points = made(shape)
    let centers = self.centers(5, columns: shape.1)
    let start = min(2, shape.0 - 1)
    let found = points.twoNearest(start..<shape.0, of: centers.flatMap(\.self))
    for row in start..<shape.0 {
      let distances = centers.map { Worlds.squaredDistance(points.row(row), $0) }
      let sorted = distances.sorted()
      #expect(Int(found.labels[row - start]) == distances.firstIndex(of: sorted[0]))
      #expect(found.first[row - start] == sorted[0])
      #expect(found.second[row - start] == sorted[1])
    }
  }

  @Test("take the same step of Lloyd as plain Swift", arguments: shapes)
  func lloydStep(shape: (Int, Int)) {
    let points = made(shape)
    let centers = self.centers(3, columns: shape.1)
    var state = Assignment(rows: shape.0, columns: shape.1, count: 3)
    #expect(points.assign(to: centers.flatMap(\.self), &state) == shape.0)
    #expect(points.assign(to: centers.flatMap(\.self), &state) == 0)
    var sums = [Double](repeating: 0, count: 3 * shape.1)
    var sizes = [0, 0, 0]
    for row in 0..<shape.0 {
      let distances = centers.map { Worlds.squaredDistance(points.row(row), $0) }
      let label = distances.indices.min { distances[$0] < distances[$1] } ?? 0
      #expect(Int(state.labels[row]) == label)
      sizes[label] += 1
      for (column, value) in points.row(row).enumerated() {
        sums[label * shape.1 + column] += value
      }
    }
    #expect(state.sizes == sizes)
    #expect(zip(state.sums, sums).allSatisfy { ($0 - $1).magnitude < 1e-12 })
    // A second step must follow moves in its sums.
    let other = centers.map { $0.map { 1 - $0 } }
    _ = points.assign(to: other.flatMap(\.self), &state)
    let means = ClusterMeans(of: state.labels, on: points)
    for (cluster, size) in means.sizes.enumerated() {
      #expect(state.sizes[cluster] == size)
      for column in 0..<shape.1 {
        let expected = means.means[cluster][column] * Double(size)
        #expect(near(state.sums[cluster * shape.1 + column], expected, within: 1e-12))
      }
    }
  }

  @Test("weigh seeds as plain Swift does", arguments: shapes)
  func potentials(shape: (Int, Int)) {
    let points = made(shape)
    let seed = [Double](repeating: 0.5, count: shape.1)
    var closest = (0..<shape.0).map { Double($0 % 3) / 10 }
    let expected = (0..<shape.0).map {
      min(closest[$0], Worlds.squaredDistance(points.row($0), seed))
    }
    let total = expected.reduce(0, +)
    #expect(near(points.potential(of: seed, closest: closest), total, within: 1e-12))
    #expect(near(points.lower(&closest, by: seed), total, within: 1e-12))
    #expect(closest == expected)
  }

  @Test("add up the same distances as plain Swift, exactly", arguments: shapes)
  func pairSums(shape: (Int, Int)) {
    let large = Worlds.blobs(
      rows: shape.0,
      columns: shape.1,
      groups: 3,
      spread: 0.2,
      seed: UInt64(shape.0)
    )
    let points = PaddedColumns(columns: large.map { column in column.map { $0 / 64 } })
    let half = shape.0 / 2
    let magic = 1.5 * 0x1p15
    var rowSums = [Double](repeating: 0, count: half + 1)
    var columnSums = [Double](repeating: 0, count: shape.0 + 16)
    points.addPairSums(
      0..<half,
      half..<shape.0,
      magic: magic,
      rowSums: &rowSums,
      columnSums: &columnSums,
      offset: 3
    )
    var expectedRows = [Double](repeating: 0, count: half + 1)
    var expectedColumns = [Double](repeating: 0, count: shape.0 + 16)
    for a in 0..<half {
      for b in half..<shape.0 {
        let root = Worlds.squaredDistance(points.row(a), points.row(b)).squareRoot()
        let distance = (root + magic) - magic
        expectedRows[a] += distance
        expectedColumns[b - half + 3] += distance
      }
    }
    #expect(rowSums == expectedRows)
    #expect(columnSums == expectedColumns)
    var alone = [Double](repeating: 0, count: half + 1)
    points.addRowSums(0..<half, half..<shape.0, magic: magic, rowSums: &alone)
    #expect(alone == expectedRows)
  }

  @Test("add a stretch to a stretch and leave the rest")
  func adding() {
    var sums = [1.0, 1, 1, 1, 1, 1, 1, 1]
    sums.add([9, 1, 2, 3, 4, 5, 9], from: 1, count: 5, at: 2)
    #expect(sums == [1, 1, 2, 3, 4, 5, 6, 1])
  }
}
