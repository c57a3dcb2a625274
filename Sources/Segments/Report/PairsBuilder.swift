import RealModule

/// Counts customers on grids of two measures, so that any pair can be looked at by segment.
///
/// The strongest pairs get fine grids, all others coarse ones, the weakest none where there are too many.
struct PairsBuilder {
  static let fineSide = 64
  static let coarseSide = 32
  /// How many pairs get a fine grid.
  static let finePairs = 15
  /// Numbers of all runs together; more would crowd the report.
  static let mostRuns = 600_000
  /// Customers times pairs; beyond that only the fine grids are made.
  static let mostWork = 400_000_000

  let table: FeatureTable
  let groups: SegmentGroups
  let features: [SegmentReport.Feature]
  let correlations: SegmentReport.Correlations

  /// The grids, strongest pair first.
  func grids() -> [SegmentReport.PairGrid] {
    let fineAxes = features.map { PairAxis($0, side: Self.fineSide) }
    let coarseAxes = features.map { PairAxis($0, side: Self.coarseSide) }
    let fine = zip(fineAxes, table.features).map { $0?.cells(of: $1.values) ?? [] }
    let coarse = zip(coarseAxes, table.features).map { $0?.cells(of: $1.values) ?? [] }
    let most = max(Self.finePairs, Self.mostWork / max(1, table.customers.count))
    var grids: [SegmentReport.PairGrid] = []
    var runs = 0
    for (place, pair) in pairs.prefix(most).enumerated() {
      let isFine = place < Self.finePairs
      let (axes, cells) = isFine ? (fineAxes, fine) : (coarseAxes, coarse)
      guard let x = axes[pair.x], let y = axes[pair.y] else { continue }
      let grid = grid(pair, x, y, cells[pair.x], cells[pair.y])
      runs += grid.cells.reduce(0) { $0 + $1.runs.count }
      guard runs <= Self.mostRuns else { break }
      grids.append(grid)
    }
    return grids
  }

  /// How many pairs there are to show.
  var pairCount: Int { pairs.count }

  /// Pairs of measures that vary, the most strongly correlated first, ties by place.
  private var pairs: [(x: Int, y: Int)] {
    let varying = features.indices.filter { features[$0].max > features[$0].min }
    var ranked: [(x: Int, y: Int, strength: Double)] = []
    for x in varying {
      for y in varying where y > x {
        ranked.append((x, y, correlations.pearson[x][y]?.magnitude ?? -1))
      }
    }
    return ranked.sorted { left, right in
      left.strength == right.strength
        ? (left.x, left.y) < (right.x, right.y) : left.strength > right.strength
    }.map { ($0.x, $0.y) }
  }

  private func grid(
    _ pair: (x: Int, y: Int),
    _ x: PairAxis,
    _ y: PairAxis,
    _ columns: [UInt8],
    _ rows: [UInt8],
  ) -> SegmentReport.PairGrid {
    let layers = groups.members.enumerated().compactMap { id, members in
      var counts = [Int](repeating: 0, count: x.count * y.count)
      var isEmpty = true
      for row in members {
        let (column, line) = (columns[row], rows[row])
        guard column != PairAxis.missing, line != PairAxis.missing else { continue }
        counts[Int(line) * x.count + Int(column)] += 1
        isEmpty = false
      }
      return isEmpty
        ? nil : SegmentReport.SegmentCells(segment: id, runs: MapBuilder.runs(counts))
    }
    return SegmentReport.PairGrid(
      x: features[pair.x].name,
      y: features[pair.y].name,
      columns: x.count,
      rows: y.count,
      xLow: x.low,
      xHigh: x.high,
      yLow: y.low,
      yHigh: y.high,
      xScale: x.isLog ? "log" : "linear",
      yScale: y.isLog ? "log" : "linear",
      cells: layers,
    )
  }
}
