import Foundation
import Segments

extension ExplorerBuilder {
  /// From so many customers on a cell of the finest grid holds enough of them to show a density.
  private static let fewForFineGrids = 4_000

  /// The grids of the report for these measures, as the page may show them.
  func grids(of measures: [Measure]) -> [ExplorerData.Grid] {
    let places = Dictionary(
      measures.enumerated().map { ($1.facts.name, $0) },
      uniquingKeysWith: { one, _ in one }
    )
    return reading.report.pairs.compactMap { pair in
      guard let x = places[pair.x], let y = places[pair.y] else { return nil }
      return grid(pair, x, y)
    }
  }

  private func grid(_ pair: SegmentReport.PairGrid, _ x: Int, _ y: Int) -> ExplorerData.Grid {
    let isSmall = reading.report.customers < Self.fewForFineGrids
    // Cells of single whole numbers stay, because joined ones would hide them.
    let across = isSmall && pair.columns > 40 ? 2 : 1
    let up = isSmall && pair.rows > 40 ? 2 : 1
    let columns = (pair.columns + across - 1) / across
    let rows = (pair.rows + up - 1) / up
    let cells = pair.cells.compactMap { layer -> ExplorerData.Layer? in
      // Segments too small to show are not on the grid; the unassigned are nobody's.
      let place = reading.segments.firstIndex { $0.id == layer.segment && !$0.isHidden }
      guard layer.segment == 0 || place != nil else { return nil }
      let folded =
        across == 1 && up == 1
        ? layer.runs : Self.folded(layer.runs, of: pair.columns, into: columns, across, up)
      return ExplorerData.Layer(segment: place ?? -1, runs: coarse(folded))
    }
    return ExplorerData.Grid(
      x: x,
      y: y,
      columns: columns,
      rows: rows,
      xAxis: Self.axis(pair.xLow, pair.xHigh, pair.xScale, pair.columns, columns * across),
      yAxis: Self.axis(pair.yLow, pair.yHigh, pair.yScale, pair.rows, rows * up),
      cells: cells
    )
  }

  /// An axis of `count` cells, lengthened to `whole` cells.
  private static func axis(
    _ low: Double,
    _ high: Double,
    _ scale: String?,
    _ count: Int,
    _ whole: Int
  ) -> ExplorerData.Axis {
    let part = Double(whole) / Double(max(1, count))
    let end =
      scale == "log" ? low * pow(high / low, part) : low + (high - low) * part
    return ExplorerData.Axis(
      low: short(low),
      high: short(whole == count ? high : end),
      scale: scale ?? "linear"
    )
  }

  /// The runs of a grid whose cells are joined, `across` by `up` into one.
  private static func folded(
    _ runs: [Int],
    of width: Int,
    into columns: Int,
    _ across: Int,
    _ up: Int
  ) -> [Int] {
    var counts: [Int] = []
    var at = 0
    for place in stride(from: 0, to: runs.count - 1, by: 2) {
      let (length, count) = (runs[place], runs[place + 1])
      for cell in at..<(at + length) {
        let target = cell / width / up * columns + cell % width / across
        while counts.count <= target { counts.append(0) }
        counts[target] += count
      }
      at += length
    }
    return counts.flatMap { [1, $0] }
  }

  /// Runs in which every count too small to print is 1, equal neighbors joined.
  private func coarse(_ runs: [Int]) -> [Int] {
    var joined: [Int] = []
    for place in stride(from: 0, to: runs.count - 1, by: 2) {
      let count = runs[place + 1]
      let shown = count > 0 && count < reading.style.smallestCell ? 1 : count
      if joined.last == shown, !joined.isEmpty {
        joined[joined.count - 2] += runs[place]
      } else {
        joined += [runs[place], shown]
      }
    }
    // What is empty to the end needs no words.
    return joined.last == 0 ? Array(joined.dropLast(2)) : joined
  }
}
