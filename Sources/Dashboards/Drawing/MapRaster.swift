import Plots
import Segments

/// Turns the counts of the map into pictures of dots.
struct MapRaster {
  static let steps = 12
  let grid: MapGrid
  /// The looks of the segments by id; others are unassigned customers.
  let looks: [Int: SegmentStyle]
  let theme: Theme

  /// Every cell in the color of the segment with most customers there, stronger where more are.
  func dominant() -> Raster? {
    let totals = grid.totals
    let strength = DensitySteps(totals, most: Self.steps)
    var palette = [theme.page]
    var first: [Int: Int] = [:]
    for layer in grid.counts where first[layer.segment] == nil && palette.count <= 244 {
      first[layer.segment] = palette.count
      palette += shades(of: color(of: layer.segment))
    }
    var pixels = [UInt8](repeating: 0, count: totals.count)
    var best = [Int32](repeating: 0, count: totals.count)
    for layer in grid.counts {
      guard let start = first[layer.segment] else { continue }
      for cell in layer.cells where cell.count > best[cell.place] {
        best[cell.place] = cell.count
        pixels[cell.place] = UInt8(start + strength[totals[cell.place]] - 1)
      }
    }
    return Raster(
      width: grid.columns,
      height: grid.rows,
      palette: palette,
      pixels: grid.fromTop(pixels)
    )
  }

  /// Every cell in the plain color of the group with most customers there.
  func parts() -> Raster? {
    // Many groups share a few colors.
    var palette = [theme.page]
    let entries = grid.counts.map { layer in
      let color = color(of: layer.segment)
      if let known = palette.dropFirst().firstIndex(of: color) { return known }
      palette.append(color)
      return palette.count - 1
    }
    guard palette.count <= 256 else { return nil }
    var pixels = [UInt8](repeating: 0, count: grid.columns * grid.rows)
    var best = [Int32](repeating: 0, count: pixels.count)
    for (entry, layer) in zip(entries, grid.counts) {
      for cell in layer.cells where cell.count > best[cell.place] {
        best[cell.place] = cell.count
        pixels[cell.place] = UInt8(entry)
      }
    }
    return Raster(
      width: grid.columns,
      height: grid.rows,
      palette: palette,
      pixels: grid.fromTop(pixels)
    )
  }

  /// One segment in its color over all customers in grey.
  func alone(_ id: Int) -> Raster? {
    guard let layer = grid.counts.first(where: { $0.segment == id }) else { return nil }
    let totals = grid.totals
    let grey = DensitySteps(totals, most: Self.steps)
    let own = DensitySteps(layer.cells.lazy.map(\.count), most: Self.steps)
    let greys = shades(
      of: theme.grid.contrast(to: theme.page) > 1.1 ? theme.other.fill : theme.grid
    )
    let palette = [theme.page] + greys + shades(of: color(of: id))
    var pixels = totals.map { $0 > 0 ? UInt8(max(1, grey[$0] / 2)) : 0 }
    for cell in layer.cells { pixels[cell.place] = UInt8(Self.steps + own[cell.count]) }
    return Raster(
      width: grid.columns,
      height: grid.rows,
      palette: palette,
      pixels: grid.fromTop(pixels)
    )
  }

  private func color(of id: Int) -> Color {
    looks[id]?.fill ?? theme.noise.fill
  }

  /// From pale to full.
  private func shades(of color: Color) -> [Color] {
    (0..<Self.steps).map { step in
      let share = 0.35 + 0.65 * Double(step) / Double(Self.steps - 1)
      return Color(color.rgb, opacity: share).over(theme.page)
    }
  }
}
