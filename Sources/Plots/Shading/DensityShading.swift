/// Turns counts of customers on a grid into a picture that shows few and many alike.
///
/// Counts are equalized: a place is as strong as the share of occupied places that have no more
/// customers. Each place has the color of the segment with the most customers there; mixed colors
/// would be colors of nobody.
package struct DensityShading: Sendable {
  /// How many strengths there are.
  package static let levels = 12
  /// The opacity of the weakest.
  static let weakest = 60.0 / 255

  /// The color of each group of counts.
  package let colors: [Color]
  /// The color of empty places.
  package let page: Color

  /// Shading with one color a group.
  package init(colors: [Color], page: Color) {
    self.colors = Array(colors.prefix(21))
    self.page = page
  }

  /// The picture of counts: `counts[group][row * width + column]`, the first row at the top.
  ///
  /// Nil when a group has another number of places than `width × height`, or there is no group.
  /// Cost: a sort of the distinct counts and two passes over the grid.
  package func raster(width: Int, height: Int, counts: [[Int]]) -> Raster? {
    let groups = min(counts.count, colors.count)
    guard width > 0, height > 0, groups > 0,
      counts.allSatisfy({ $0.count == width * height })
    else { return nil }
    var totals = [Int](repeating: 0, count: width * height)
    var leaders = [UInt8](repeating: 0, count: width * height)
    var most = [Int](repeating: 0, count: width * height)
    for group in 0..<groups {
      for (place, count) in counts[group].enumerated() where count > 0 {
        totals[place] += count
        // Ties go to the earlier group.
        if count > most[place] {
          most[place] = count
          leaders[place] = UInt8(group)
        }
      }
    }
    let level = Self.levels(of: totals)
    let pixels = totals.indices.map { place in
      totals[place] == 0
        ? UInt8(0) : 1 + leaders[place] * UInt8(Self.levels) + (level[totals[place]] ?? 0)
    }
    return Raster(width: width, height: height, palette: palette(groups), pixels: pixels)
  }

  /// The page, then all strengths of each color, weakest first.
  private func palette(_ groups: Int) -> [Color] {
    [page]
      + colors.prefix(groups).flatMap { color in
        (0..<Self.levels).map { level in
          let share = Double(level) / Double(Self.levels - 1)
          return color.opacity(Self.weakest + (1 - Self.weakest) * share).over(page)
        }
      }
  }

  /// The strength of each count that occurs.
  static func levels(of totals: [Int]) -> [Int: UInt8] {
    var places: [Int: Int] = [:]
    for total in totals where total > 0 { places[total, default: 0] += 1 }
    let counts = places.keys.sorted()
    let occupied = Double(places.values.reduce(0, +))
    guard let first = counts.first, occupied > 0 else { return [:] }
    // Few distinct counts would come out pale: the span is widened downward as datashader does.
    let lowest = Double(places[first] ?? 0) / occupied
    let stretch = 1.5 - Double(counts.count - 2) * 0.5 / 98
    let start = stretch > 1 ? max(1 - stretch * (1 - lowest), 0) : lowest
    var below = 0.0
    var result: [Int: UInt8] = [:]
    for count in counts {
      below += Double(places[count] ?? 0)
      let share = start < 1 ? (below / occupied - start) / (1 - start) : 1
      result[count] = UInt8(min(max(share, 0), 1) * Double(levels - 1) + 0.5)
    }
    return result
  }
}
