/// Says which rows of a chapter share a sheet of paper.
///
/// As few sheets as needed, and none of them nearly empty: rows are spread evenly, in their order.
struct Paging {
  /// The rows of each sheet; one empty sheet where there are none.
  let sheets: [Range<Int>]

  init(heights: [Double], room: Double, gap: Double) {
    let filled = Self.filled(heights, to: room, gap: gap)
    sheets = filled.count > 1 ? Self.even(heights, sheets: filled, gap: gap) : filled
  }

  /// From the top down as many rows on a sheet as fit; what is too high alone has one for itself.
  private static func filled(_ heights: [Double], to limit: Double, gap: Double) -> [Range<Int>] {
    var sheets: [Range<Int>] = []
    var (start, used) = (0, 0.0)
    for (row, height) in heights.enumerated() {
      let needed = row == start ? height : used + gap + height
      if row > start, needed > limit + 0.5 {
        sheets.append(start..<row)
        (start, used) = (row, height)
      } else {
        used = needed
      }
    }
    return sheets + [start..<heights.count]
  }

  /// The same number of sheets, the fullest as little full as can be.
  private static func even(
    _ heights: [Double],
    sheets: [Range<Int>],
    gap: Double
  )
    -> [Range<Int>]
  {
    let limits = heights.indices.flatMap { first in
      heights[first...].reduce(into: [Double]()) { sums, height in
        sums.append((sums.last.map { $0 + gap } ?? 0) + height)
      }
    }
    func height(of rows: Range<Int>) -> Double { heights[rows].reduce(-gap) { $0 + $1 + gap } }
    let fullest = sheets.map(height).max() ?? 0
    for limit in limits.sorted() where limit < fullest {
      let spread = filled(heights, to: limit - 0.5, gap: gap)
      let isWithin = spread.allSatisfy { height(of: $0) <= limit + 0.01 }
      if isWithin, spread.count == sheets.count { return spread }
    }
    return sheets
  }
}
