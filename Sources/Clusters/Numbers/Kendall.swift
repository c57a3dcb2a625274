/// Kendall's τ-b of two ranked columns, by counting inversions while merging (Knight, 1966).
struct Kendall {
  private let x: ColumnRanks
  private let y: ColumnRanks

  init(_ x: ColumnRanks, _ y: ColumnRanks) {
    self.x = x
    self.y = y
  }

  /// From −1 to 1; nil if a column is constant.
  ///
  /// Only whole numbers are added up, so the order of rows does not matter.
  var tau: Double? {
    guard !x.isConstant, !y.isConstant else { return nil }
    let rows = x.order.count
    let pairs = rows * (rows - 1) / 2
    let tiedX = x.tiedPairs
    let tiedY = y.tiedPairs
    var ranks = sortedByBoth()
    let tiedBoth = ranks.tied
    let discordant = Self.countInversions(&ranks.y)
    let balance = pairs - tiedX - tiedY + tiedBoth - 2 * discordant
    let scale = Double(pairs - tiedX).squareRoot() * Double(pairs - tiedY).squareRoot()
    return max(-1, min(1, Double(balance) / scale))
  }

  /// The ranks of y, rows sorted by x and then y; and how many pairs agree in both.
  private func sortedByBoth() -> (y: [Int32], tied: Int) {
    var places = x.starts
    var sorted = [Int32](repeating: 0, count: x.order.count)
    // Rows come by y and are dealt to the place of their x: so within an x they stay sorted by y.
    for row in y.order {
      let rank = Int(x.dense[Int(row)])
      sorted[Int(places[rank])] = y.dense[Int(row)]
      places[rank] += 1
    }
    var tied = 0
    for (start, end) in zip(x.starts, x.starts.dropFirst()) {
      var run = 0
      for place in Int(start) + 1..<max(Int(start) + 1, Int(end)) {
        run = sorted[place] == sorted[place - 1] ? run + 1 : 0
        tied += run
      }
    }
    return (sorted, tied)
  }

  /// How many pairs stand the wrong way round; sorts the values on the way.
  static func countInversions(_ values: inout [Int32]) -> Int {
    let short = 16
    var inversions = 0
    for start in stride(from: 0, to: values.count, by: short) {
      inversions += insertionSort(&values, start..<min(values.count, start + short))
    }
    var other = values
    var width = short
    while width < values.count {
      for start in stride(from: 0, to: values.count, by: 2 * width) {
        let middle = min(values.count, start + width)
        let end = min(values.count, start + 2 * width)
        inversions += merge(values, start, middle, end, into: &other)
      }
      swap(&values, &other)
      width *= 2
    }
    return inversions
  }

  private static func insertionSort(_ values: inout [Int32], _ range: Range<Int>) -> Int {
    var inversions = 0
    for place in range.dropFirst() {
      let value = values[place]
      var at = place
      while at > range.lowerBound, values[at - 1] > value {
        values[at] = values[at - 1]
        at -= 1
      }
      values[at] = value
      inversions += place - at
    }
    return inversions
  }

  private static func merge(
    _ values: [Int32],
    _ start: Int,
    _ middle: Int,
    _ end: Int,
    into other: inout [Int32],
  ) -> Int {
    var left = start
    var right = middle
    var inversions = 0
    var place = start
    while left < middle, right < end {
      let a = values[left]
      let b = values[right]
      // Arithmetic instead of a branch: which side is smaller is as good as chance.
      let takesRight = b < a ? 1 : 0
      other[place] = b < a ? b : a
      inversions += takesRight * (middle - left)
      right += takesRight
      left += 1 - takesRight
      place += 1
    }
    while left < middle {
      other[place] = values[left]
      left += 1
      place += 1
    }
    while right < end {
      other[place] = values[right]
      right += 1
      place += 1
    }
    return inversions
  }
}
