/// The ranks of a column's values, made once for every correlation it takes part in.
struct ColumnRanks: Sendable {
  /// The rows from the smallest value to the largest.
  let order: [Int32]
  /// The rank of each row among the distinct values, from 0.
  let dense: [Int32]
  /// Where each distinct value begins in the order; one more at the end.
  let starts: [Int32]
  /// Twice the middle rank of each row, less its mean: whole numbers that add up to 0.
  let centered: [Int]

  init(_ values: [Double]) {
    order = Radix.order(of: values)
    var dense = [Int32](repeating: 0, count: values.count)
    var starts: [Int32] = []
    for (place, row) in order.enumerated() {
      if place == 0 || values[Int(order[place - 1])] != values[Int(row)] {
        starts.append(Int32(place))
      }
      dense[Int(row)] = Int32(starts.count - 1)
    }
    starts.append(Int32(values.count))
    let firsts = starts
    centered = dense.map { rank in
      // Places from start to end − 1 have the middle rank (start + end + 1) / 2, counted from 1.
      Int(firsts[Int(rank)]) + Int(firsts[Int(rank) + 1]) - values.count
    }
    self.dense = dense
    self.starts = starts
  }

  /// Whether all values are equal.
  var isConstant: Bool { starts.count < 3 }

  /// How many pairs of rows have the same value.
  var tiedPairs: Int {
    zip(starts, starts.dropFirst()).reduce(0) { sum, ends in
      let size = Int(ends.1 - ends.0)
      return sum + size * (size - 1) / 2
    }
  }
}
