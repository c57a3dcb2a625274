/// Pairs things of two kinds so that the sum of what the pairs are worth is as large as possible.
///
/// The Hungarian method with potentials (Kuhn 1955, in the form of Jonker and Volgenant), n³ for n things.
/// Everything is done in the order given, so equal sums are decided alike on every machine.
enum BestAssignment {
  /// For each row the column it is paired with, or `nil`; pairs worth nothing are not made.
  static func columns(for worth: [[Double]]) -> [Int?] {
    let rows = worth.count
    let side = max(rows, worth.first?.count ?? 0)
    guard side > 0 else { return [] }
    let most = worth.joined().max() ?? 0
    // Rows and columns from 1, place 0 is nobody; filled up to a square with pairs worth nothing.
    func cost(_ row: Int, _ column: Int) -> Double {
      guard row <= rows, column <= worth[row - 1].count else { return most }
      return most - worth[row - 1][column - 1]
    }
    var rowOf = [Int](repeating: 0, count: side + 1)
    var (ofRow, ofColumn) = (
      [Double](repeating: 0, count: side + 1), [Double](repeating: 0, count: side + 1)
    )
    for row in 1...side {
      var least = [Double](repeating: .infinity, count: side + 1)
      var from = [Int](repeating: 0, count: side + 1)
      var isDone = [Bool](repeating: false, count: side + 1)
      rowOf[0] = row
      var column = 0
      while rowOf[column] != 0 {
        isDone[column] = true
        var (step, next) = (Double.infinity, 0)
        for other in 1...side where !isDone[other] {
          let way = cost(rowOf[column], other) - ofRow[rowOf[column]] - ofColumn[other]
          if way < least[other] { (least[other], from[other]) = (way, column) }
          if least[other] < step { (step, next) = (least[other], other) }
        }
        for other in 0...side {
          if isDone[other] {
            ofRow[rowOf[other]] += step
            ofColumn[other] -= step
          } else {
            least[other] -= step
          }
        }
        column = next
      }
      while column != 0 {
        rowOf[column] = rowOf[from[column]]
        column = from[column]
      }
    }
    var columns = [Int?](repeating: nil, count: rows)
    for column in 1...side {
      let row = rowOf[column]
      guard row >= 1, row <= rows, column <= worth[row - 1].count, worth[row - 1][column - 1] > 0
      else { continue }
      columns[row - 1] = column - 1
    }
    return columns
  }
}
