/// The order of rows by their values, first column first: the order every fit works in.
struct RowOrder {
  private let columns: [[Double]]
  private var order: [Int32]

  /// The rows of the columns from the smallest to the largest.
  ///
  /// Which of two equal rows comes first does not matter to anyone: they are interchangeable.
  static func lexicographic(_ columns: [[Double]]) -> [Int32] {
    var sorting = RowOrder(columns: columns)
    sorting.sort(0..<sorting.order.count, by: 0)
    return sorting.order
  }

  private init(columns: [[Double]]) {
    self.columns = columns
    order = (0..<Int32(columns.first?.count ?? 0)).map { $0 }
  }

  private mutating func sort(_ range: Range<Int>, by column: Int) {
    guard range.count > 1, column < columns.count else { return }
    let values = columns[column]
    if range.count > 1_000 {
      var places = Array(order[range])
      var keys = places.map { Radix.key(of: values[Int($0)]) }
      Radix.sort(&keys, carrying: &places)
      for (offset, row) in places.enumerated() { order[range.lowerBound + offset] = row }
    } else {
      // Value and row in one number sort without a closure.
      var keys = order[range].map { row in
        UInt128(Radix.key(of: values[Int(row)])) << 32 | UInt128(UInt32(bitPattern: row))
      }
      keys.sort()
      for (place, key) in zip(range, keys) { order[place] = Int32(truncatingIfNeeded: key) }
    }
    var start = range.lowerBound
    while start < range.upperBound {
      let value = values[Int(order[start])]
      var end = start + 1
      while end < range.upperBound, values[Int(order[end])] == value { end += 1 }
      sort(start..<end, by: column + 1)
      start = end
    }
  }
}
