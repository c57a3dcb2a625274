import RealModule

/// First centers for k-means: rows far from each other, drawn by chance.
enum CenterSeeding {
  /// Greedy k-means++: of several rows drawn with weight (distance to the nearest seed)², the one
  /// that helps most becomes the next seed.
  static func centers(
    on points: PaddedColumns,
    count: Int,
    using generator: inout SeededGenerator,
  ) -> [Double] {
    let rows = points.rowCount
    let trials = 2 + Int(Double.log(Double(count)))
    var closest = [Double](repeating: .infinity, count: rows)
    var seed = points.row(Int(generator.nextUnit() * Double(rows)))
    var centers = seed
    _ = points.lower(&closest, by: seed)
    for _ in 1..<max(1, count) {
      let blocks = BlockSums(closest)
      var least = Double.infinity
      for _ in 0..<trials {
        let drawn = points.row(blocks.place(of: generator.nextUnit(), in: closest))
        let potential = points.potential(of: drawn, closest: closest)
        if potential < least {
          least = potential
          seed = drawn
        }
      }
      centers += seed
      _ = points.lower(&closest, by: seed)
    }
    return centers
  }
}

/// Weights added up by blocks, so that drawing one does not walk through all.
private struct BlockSums {
  private static let size = 512
  private let sums: [Double]
  private let total: Double

  init(_ weights: [Double]) {
    sums = stride(from: 0, to: weights.count, by: Self.size).map { start in
      weights[start..<min(weights.count, start + Self.size)].reduce(0, +)
    }
    total = sums.reduce(0, +)
  }

  /// The place where the running sum of the weights passes the share of their total.
  func place(of share: Double, in weights: [Double]) -> Int {
    var rest = share * total
    var block = 0
    while block + 1 < sums.count, rest >= sums[block] {
      rest -= sums[block]
      block += 1
    }
    let places = block * Self.size..<min(weights.count, (block + 1) * Self.size)
    var chosen = places.lowerBound
    for place in places where weights[place] > 0 {
      chosen = place
      rest -= weights[place]
      if rest < 0 { break }
    }
    return chosen
  }
}
