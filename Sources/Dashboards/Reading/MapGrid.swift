import Segments

/// The counts of customers on the map, unpacked: for each cell how many of each segment.
struct MapGrid {
  let columns: Int
  let rows: Int
  /// For each segment id its counts, row by row from the lowest y.
  private(set) var counts: [(segment: Int, cells: [Int32])]

  /// Unpacks the grid of a report; `fold` joins that many cells into one each way.
  init(_ map: SegmentReport.CustomerMap, fold: Int = 1) {
    self.init(map.cells, columns: map.columns, rows: map.rows, fold: fold)
  }

  /// Unpacks the grid of a pair of measures.
  init(_ pair: SegmentReport.PairGrid) {
    self.init(pair.cells, columns: pair.columns, rows: pair.rows, fold: 1)
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
    for layer in layers {
      var cells = [Int32](repeating: 0, count: columns * rows)
      var place = 0
      let limit = width * height
      for index in stride(from: 0, to: layer.runs.count - 1, by: 2) {
        let (length, count) = (layer.runs[index], layer.runs[index + 1])
        guard length > 0 else { continue }
        let end = min(limit, place + length)
        if count > 0 {
          for cell in place..<end {
            let target = cell / width / fold * columns + cell % width / fold
            cells[target] += Int32(clamping: count)
          }
        }
        place = end
      }
      counts.append((layer.segment, cells))
    }
  }

  /// Customers of all segments in each cell.
  var totals: [Int32] {
    var totals = [Int32](repeating: 0, count: columns * rows)
    for layer in counts {
      for cell in totals.indices { totals[cell] += layer.cells[cell] }
    }
    return totals
  }

  /// For each count how strong it is drawn, 1 to `levels`: as many cells in each step as possible.
  static func levels(of cells: [Int32], levels: Int) -> [Int32: Int] {
    var histogram: [Int32: Int] = [:]
    for count in cells where count > 0 { histogram[count, default: 0] += 1 }
    let all = histogram.values.reduce(0, +)
    var result: [Int32: Int] = [:]
    var below = 0
    for count in histogram.keys.sorted() {
      let share = histogram[count] ?? 0
      let middle = (Double(below) + Double(share) / 2) / Double(max(1, all))
      result[count] = min(levels, 1 + Int(middle * Double(levels)))
      below += share
    }
    return result
  }
}
