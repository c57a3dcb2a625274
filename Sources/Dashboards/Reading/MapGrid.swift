import Segments

/// The counts of customers on the map, unpacked: which cells hold how many of each segment.
///
/// Most cells of a map are empty, so only the others are listed.
struct MapGrid {
  /// A cell with customers; its place counts row by row from the lowest y.
  struct Cell {
    let place: Int
    var count: Int32
  }

  let columns: Int
  let rows: Int
  /// For each segment id its cells.
  private(set) var counts: [(segment: Int, cells: [Cell])]
  /// Customers of all segments in each cell, the empty ones too.
  private(set) var totals: [Int32]

  /// Unpacks the grid of a report; `fold` joins that many cells into one each way.
  init(_ map: SegmentReport.CustomerMap, fold: Int = 1) {
    self.init(map.cells, columns: map.columns, rows: map.rows, fold: fold)
  }

  /// Unpacks the grid of a pair of measures; `fold` joins that many cells into one each way.
  init(_ pair: SegmentReport.PairGrid, fold: Int = 1) {
    self.init(pair.cells, columns: pair.columns, rows: pair.rows, fold: fold)
  }

  /// Unpacks the groups of another method.
  init(_ rival: SegmentReport.RivalMap) {
    self.init(rival.cells, columns: rival.columns, rows: rival.rows, fold: 1)
  }

  private init(
    _ layers: [SegmentReport.SegmentCells],
    columns width: Int,
    rows height: Int,
    fold: Int
  ) {
    let fold = max(1, fold)
    columns = max(1, (width + fold - 1) / fold)
    rows = max(1, (height + fold - 1) / fold)
    counts = []
    totals = [Int32](repeating: 0, count: columns * rows)
    var listed = [Int32](repeating: -1, count: columns * rows)
    for layer in layers {
      var cells: [Cell] = []
      var place = 0
      let limit = width * height
      for index in stride(from: 0, to: layer.runs.count - 1, by: 2) {
        let (length, count) = (layer.runs[index], Int32(clamping: layer.runs[index + 1]))
        guard length > 0 else { continue }
        let end = min(limit, place + length)
        if count > 0 {
          for cell in place..<end {
            let target = cell / width / fold * columns + cell % width / fold
            totals[target] += count
            let known = Int(listed[target])
            if cells.indices.contains(known), cells[known].place == target {
              cells[known].count += count
            } else {
              listed[target] = Int32(cells.count)
              cells.append(Cell(place: target, count: count))
            }
          }
        }
        place = end
      }
      counts.append((layer.segment, cells))
    }
  }

  /// Customers of one segment in each cell, the empty ones too.
  func counts(of segment: Int) -> [Int32] {
    var counts = [Int32](repeating: 0, count: columns * rows)
    for layer in self.counts where layer.segment == segment {
      for cell in layer.cells { counts[cell.place] = cell.count }
    }
    return counts
  }

  /// Values of the cells row by row from the highest y: the grid counts rows from below, pictures from
  /// above.
  func fromTop(_ values: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(values.count)
    for row in (0..<rows).reversed() { result += values[(row * columns)..<((row + 1) * columns)] }
    return result
  }
}
