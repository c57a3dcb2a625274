import Clusters

/// Draws all customers onto the first two principal components, as counts on a grid.
struct MapBuilder {
  static let side = 512
  static let mostPoints = 5_000
  /// Numbers of all runs together; a map that needs more would not fit into the report.
  static let mostRuns = 1_200_000
  /// Cells each way of the maps of other methods, which are drawn small.
  static let rivalSide = 128

  let input: ClusterInput
  let groups: SegmentGroups
  let keys: [Key]
  /// The candidates of other methods to show: place and partition.
  var rivals: [(candidate: Int, partition: Partition)] = []

  /// The map, or `nil` with fewer than two clustered features or customers, or when it were too large.
  func map() throws(SegmentError) -> SegmentReport.CustomerMap? {
    guard input.scaled.columnCount >= 2, input.scaled.rowCount >= 2 else { return nil }
    let components = try computed { () throws(ClusterError) in
      try PrincipalComponents(of: input.ordered)
    }
    let places = components.project(input.scaled, onto: 2)
    guard places.count == 2 else { return nil }
    let axes = [axis(0, places[0], components), axis(1, places[1], components)]
    let cells = groups.members.enumerated().compactMap { id, rows in
      self.cells(of: id, rows, places, axes, side: Self.side)
    }
    guard cells.reduce(0, { $0 + $1.runs.count }) <= Self.mostRuns else { return nil }
    return SegmentReport.CustomerMap(
      features: input.features,
      axes: axes,
      explainedVariance: components.explainedVarianceRatio,
      columns: Self.side,
      rows: Self.side,
      cells: cells,
      points: Sample.rows(Self.mostPoints, of: keys).map { row in
        SegmentReport.MapPoint(
          x: rounded(places[0][row]),
          y: rounded(places[1][row]),
          segment: groups.ids[row],
        )
      },
      centers: (1...max(1, groups.count)).prefix(groups.count).map { center(of: $0, places) },
      rivals: rivals.map { map(of: $0.partition, as: $0.candidate, places, axes) },
    )
  }

  /// The middle 99.8 % of the values with a little air; the rest is counted at the border.
  private func axis(
    _ number: Int,
    _ values: [Double],
    _ components: PrincipalComponents,
  ) -> SegmentReport.MapAxis {
    let summary = Summary(values)
    let (low, high) = (summary.quantile(0.001), summary.quantile(0.999))
    let air = max((high - low) * 0.03, 1e-9)
    return SegmentReport.MapAxis(
      low: low - air,
      high: high + air,
      variance: components.explainedVarianceRatio[number],
      loadings: components.components[number],
      below: summary.count(below: low - air),
      above: summary.count - summary.count(upTo: high + air),
    )
  }

  private func map(
    of partition: Partition,
    as candidate: Int,
    _ places: [[Double]],
    _ axes: [SegmentReport.MapAxis],
  ) -> SegmentReport.RivalMap {
    SegmentReport.RivalMap(
      candidate: candidate,
      columns: Self.rivalSide,
      rows: Self.rivalSide,
      cells: SegmentGroups(partition, value: nil).members.enumerated().compactMap { group, rows in
        cells(of: group, rows, places, axes, side: Self.rivalSide)
      },
    )
  }

  private func cells(
    of group: Int,
    _ rows: [Int],
    _ places: [[Double]],
    _ axes: [SegmentReport.MapAxis],
    side: Int,
  ) -> SegmentReport.SegmentCells? {
    guard !rows.isEmpty else { return nil }
    func cell(_ value: Double, _ axis: SegmentReport.MapAxis) -> Int {
      let place = (value - axis.low) / (axis.high - axis.low) * Double(side)
      return min(side - 1, max(0, Int(place)))
    }
    var counts = [Int](repeating: 0, count: side * side)
    for row in rows {
      counts[cell(places[1][row], axes[1]) * side + cell(places[0][row], axes[0])] += 1
    }
    return SegmentReport.SegmentCells(segment: group, runs: Self.runs(counts))
  }

  /// Run-length coding: pairs of (cells with the same count, count).
  static func runs(_ counts: [Int]) -> [Int] {
    var runs: [Int] = []
    var (length, current) = (0, counts.first ?? 0)
    for count in counts {
      if count == current {
        length += 1
      } else {
        runs += [length, current]
        (length, current) = (1, count)
      }
    }
    return runs + [length, current]
  }

  private func center(of id: Int, _ places: [[Double]]) -> SegmentReport.MapCenter {
    let rows = groups.members[id]
    let n = Double(max(1, rows.count))
    let x = rows.reduce(0) { $0 + places[0][$1] } / n
    let y = rows.reduce(0) { $0 + places[1][$1] } / n
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for row in rows {
      let (dx, dy) = (places[0][row] - x, places[1][row] - y)
      xx += dx * dx
      xy += dx * dy
      yy += dy * dy
    }
    return SegmentReport.MapCenter(segment: id, x: x, y: y, xx: xx / n, xy: xy / n, yy: yy / n)
  }

  /// A tenth of a pixel is enough for a dot.
  private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
