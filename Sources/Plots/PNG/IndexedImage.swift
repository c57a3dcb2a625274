/// A field of dots with at most 256 colors, each dot one byte.
///
/// Pages have a few flat colors and many rare ones at the edges of letters: the most frequent colors
/// stay exact, a rare one becomes the nearest of them.
struct IndexedImage {
  let width: Int
  let height: Int
  /// 0xRRGGBB, the most frequent first.
  private(set) var palette: [UInt32]
  /// The dots as rows of places in the palette, each after the byte that says that it is not filtered.
  private(set) var rows: RowStack

  /// An image from dots as 0xRRGGBB, row by row.
  init(width: Int, colors: [UInt32]) {
    self.init(DotRuns(width: width, colors: colors))
  }

  /// An image from runs of dots.
  init(_ dots: DotRuns) {
    width = dots.width
    var census = ColorCensus()
    let places = census.places(of: dots)
    let order = census.counts.indices.sorted { one, other in
      census.counts[one] == census.counts[other]
        ? census.colors[one] < census.colors[other] : census.counts[one] > census.counts[other]
    }
    palette = order.prefix(256).map { census.colors[$0] }
    var index = [UInt8](repeating: 0, count: order.count)
    let nearest = NearestColor(palette)
    for (rank, place) in order.enumerated() {
      index[place] = UInt8(rank < 256 ? rank : nearest.place(of: census.colors[place]))
    }
    rows = RowStack(width: width + 1)
    rows.reserve(runs: dots.runs.count + dots.counts.count)
    for (row, count) in dots.counts.enumerated() {
      rows.add(0, times: 1)
      for run in dots.row(row) {
        rows.add(index[Int(places[run])], times: Int(dots.runs[run].length))
      }
      rows.endRow(count: count)
    }
    height = rows.height
  }
}

/// Counts how often each color occurs, in the order of first sight.
private struct ColorCensus {
  private(set) var colors: [UInt32] = []
  private(set) var counts: [Int] = []
  /// A color and, above it, its place plus one; 0 where nothing is.
  private var table = [UInt64](repeating: 0, count: 1 << 12)

  /// The places of the colors of all runs in `colors`.
  mutating func places(of dots: DotRuns) -> [Int32] {
    var places: [Int32] = []
    places.reserveCapacity(dots.runs.count)
    for (row, count) in dots.counts.enumerated() {
      for run in dots.row(row) {
        let place = self.place(of: dots.runs[run].color)
        counts[place] += Int(dots.runs[run].length) * count
        places.append(Int32(place))
      }
    }
    return places
  }

  private mutating func place(of color: UInt32) -> Int {
    if colors.count * 2 > table.count { grow() }
    var slot = Self.slot(of: color, in: table.count)
    while table[slot] != 0 {
      if UInt32(truncatingIfNeeded: table[slot]) == color { return Int(table[slot] >> 32) - 1 }
      slot = (slot + 1) & (table.count - 1)
    }
    colors.append(color)
    counts.append(0)
    table[slot] = UInt64(colors.count) << 32 | UInt64(color)
    return colors.count - 1
  }

  private mutating func grow() {
    let old = table
    table = [UInt64](repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 {
      var slot = Self.slot(of: UInt32(truncatingIfNeeded: entry), in: table.count)
      while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = entry
    }
  }

  private static func slot(of color: UInt32, in count: Int) -> Int {
    Int((color &* 0x9E37_79B1) >> 8) & (count - 1)
  }
}
