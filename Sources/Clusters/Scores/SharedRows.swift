/// How many rows each cluster of one partition shares with each cluster of another.
///
/// Only pairs of clusters that share rows are kept: their number never exceeds that of the rows.
struct SharedRows {
  struct Cell {
    var a: Int32
    var b: Int32
    var count: Int
  }

  let rowCount: Int
  /// Sorted by both labels.
  let cells: [Cell]
  let sizesA: [Int32: Int]
  let sizesB: [Int32: Int]

  /// Counts labels of the same rows; all labels below zero are one cluster, noise.
  init(_ a: [Int32], _ b: [Int32]) {
    rowCount = a.count
    var keys = zip(a, b).map { a, b in
      UInt64(UInt32(max(a, -1) + 1)) << 32 | UInt64(UInt32(max(b, -1) + 1))
    }
    var places = [Int32](repeating: 0, count: keys.count)
    Radix.sort(&keys, carrying: &places)
    var cells: [Cell] = []
    var start = 0
    for place in keys.indices where place + 1 == keys.count || keys[place + 1] != keys[place] {
      let key = keys[place]
      cells.append(
        Cell(
          a: Int32(key >> 32) - 1,
          b: Int32(truncatingIfNeeded: key) - 1,
          count: place + 1 - start
        )
      )
      start = place + 1
    }
    var sizesA: [Int32: Int] = [:]
    var sizesB: [Int32: Int] = [:]
    for cell in cells {
      sizesA[cell.a, default: 0] += cell.count
      sizesB[cell.b, default: 0] += cell.count
    }
    self.cells = cells
    self.sizesA = sizesA
    self.sizesB = sizesB
  }
}
