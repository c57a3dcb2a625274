import Synchronization

/// One look at every pair of rows: distances added up per row and cluster of every partition.
///
/// Distances are rounded to a grid so fine that it does not show (2⁻³⁷ of the data's extent at
/// 55 000 rows) and so coarse that their sums are exact. Exact sums do not depend on who adds what
/// when: tiles can be dealt to any number of cores, and each pair is computed once for both rows.
/// Where a few rows lie so far away that the grid would show between the others, every row adds up
/// its own distances unrounded in a fixed order, which takes twice as long.
struct PairPass: Sendable {
  /// Rows in a tile: its coordinates and sums stay in the nearest cache.
  private static let tileSize = 512

  private let joint: JointRuns
  /// Rounds a distance to the grid when added and taken away; 0 where no grid fits the data.
  private let magic: Double
  private let clusterCount: Int
  /// For each tile the parts of runs in it.
  private let tiles: [[Piece]]

  /// A part of a run within one tile.
  private struct Piece: Sendable {
    var rows: Range<Int>
    var run: Int
  }

  /// The sums of one tile's rows: a stretch of `tileSize` per cluster.
  private final class Stripe: Sendable {
    // A class, because a lock cannot be copied into an array.
    let sums: Mutex<[Double]>

    init(_ count: Int) {
      sums = Mutex([Double](repeating: 0, count: count))
    }
  }

  init(over joint: JointRuns) {
    self.joint = joint
    clusterCount = joint.sizes.count
    let rows = joint.rows.count
    // A sum of `rows` distances below 1 has at most 2^52 grid steps.
    let bits = 52 - (Int.bitWidth - max(1, rows).leadingZeroBitCount)
    magic = joint.isEven ? 1.5 * Double(sign: .plus, exponent: 52 - bits, significand: 1) : 0
    var tiles = [[Piece]](repeating: [], count: (rows + Self.tileSize - 1) / Self.tileSize)
    for (run, range) in joint.runs.enumerated() {
      var start = range.lowerBound
      while start < range.upperBound {
        let tile = start / Self.tileSize
        let end = min(range.upperBound, (tile + 1) * Self.tileSize)
        tiles[tile].append(Piece(rows: start..<end, run: run))
        start = end
      }
    }
    self.tiles = tiles
  }

  /// The silhouettes: an array per partition, rows in the order of places.
  func silhouettes() -> [[Double]] {
    let size = clusterCount * Self.tileSize
    let stripes = tiles.map { _ in Stripe(size) }
    Parallel.forEach(tiles.count) { tile in
      if magic > 0 { add(tile, to: stripes) } else { addAlone(tile, to: stripes[tile]) }
    }
    let pieces = Parallel.map(tiles.count) { tile in
      stripes[tile].sums.withLock { sums in values(of: tile, from: sums) }
    }
    return (0..<joint.offsets.count - 1).map { partition in
      Array(pieces.map { $0[partition] }.joined())
    }
  }

  /// Adds the distances of a tile's rows to each other and to all rows of later tiles.
  private func add(_ tile: Int, to stripes: [Stripe]) {
    let base = tile * Self.tileSize
    var own = [Double](repeating: 0, count: clusterCount * Self.tileSize)
    var rowSums = [Double](repeating: 0, count: Self.tileSize)
    var columnSums = [Double](repeating: 0, count: Self.tileSize + 16)
    for piece in tiles[tile] {
      for other in tiles[tile] {
        joint.points.addRowSums(piece.rows, other.rows, magic: magic, rowSums: &rowSums)
        flush(&rowSums, of: piece, towards: other, to: &own, base: base)
      }
    }
    for later in tile + 1..<max(tile + 1, tiles.count) {
      let laterBase = later * Self.tileSize
      for piece in tiles[tile] {
        for other in tiles[later] {
          joint.points.addPairSums(
            piece.rows,
            other.rows,
            magic: magic,
            rowSums: &rowSums,
            columnSums: &columnSums,
            offset: other.rows.lowerBound - laterBase,
          )
          flush(&rowSums, of: piece, towards: other, to: &own, base: base)
        }
        stripes[later].sums.withLock { sums in
          for cluster in joint.clusters[piece.run] where cluster >= 0 {
            sums.add(columnSums, from: 0, count: Self.tileSize, at: Int(cluster) * Self.tileSize)
          }
        }
        for at in columnSums.indices { columnSums[at] = 0 }
      }
    }
    stripes[tile].sums.withLock { sums in
      sums.add(own, from: 0, count: own.count, at: 0)
    }
  }

  /// Adds the distances of a tile's rows to all rows, in the order of places.
  private func addAlone(_ tile: Int, to stripe: Stripe) {
    var own = [Double](repeating: 0, count: clusterCount * Self.tileSize)
    var rowSums = [Double](repeating: 0, count: Self.tileSize)
    for others in tiles {
      for piece in tiles[tile] {
        for other in others {
          joint.points.addRowSums(piece.rows, other.rows, magic: 0, rowSums: &rowSums)
          flush(&rowSums, of: piece, towards: other, to: &own, base: tile * Self.tileSize)
        }
      }
    }
    stripe.sums.withLock { sums in sums = own }
  }

  /// Books the sums of a piece's rows under the clusters of the run they lead to.
  private func flush(
    _ rowSums: inout [Double],
    of piece: Piece,
    towards other: Piece,
    to own: inout [Double],
    base: Int,
  ) {
    let count = piece.rows.count
    for cluster in joint.clusters[other.run] where cluster >= 0 {
      let at = Int(cluster) * Self.tileSize + piece.rows.lowerBound - base
      own.add(rowSums, from: 0, count: count, at: at)
    }
    for row in 0..<count { rowSums[row] = 0 }
  }

  /// The silhouettes of a tile's rows, an array per partition.
  private func values(of tile: Int, from sums: [Double]) -> [[Double]] {
    (0..<joint.offsets.count - 1).map { partition in
      var values: [Double] = []
      for piece in tiles[tile] {
        let cluster = Int(joint.clusters[piece.run][partition])
        for row in piece.rows {
          let place = row - tile * Self.tileSize
          values.append(cluster < 0 ? 0 : value(at: place, of: cluster, partition, sums))
        }
      }
      return values
    }
  }

  private func value(at place: Int, of own: Int, _ partition: Int, _ sums: [Double]) -> Double {
    guard joint.sizes[own] > 1 else { return 0 }
    var nearest = Double.infinity
    for cluster in joint.offsets[partition]..<joint.offsets[partition + 1] where cluster != own {
      let mean = sums[cluster * Self.tileSize + place] / Double(joint.sizes[cluster])
      nearest = mean < nearest ? mean : nearest
    }
    let inside = sums[own * Self.tileSize + place] / Double(joint.sizes[own] - 1)
    let larger = max(inside, nearest)
    return larger > 0 ? (nearest - inside) / larger : 0
  }
}
