/// Who belongs where while k-means runs: labels, and what follows from them.
struct Assignment: Sendable {
  var labels: [Int32]
  var sums: [Double]
  var sizes: [Int]

  init(rows: Int, columns: Int, count: Int) {
    labels = [Int32](repeating: -1, count: rows)
    sums = [Double](repeating: 0, count: count * columns)
    sizes = [Int](repeating: 0, count: count)
  }
}
