import Plots
import Segments

/// Where small maps of the same customers lie, row by row, each with a line of text above it.
struct MapTiles {
  private static let head = 16.0
  private static let gap = 12.0
  private static let air = 2.0

  let height: Double
  let tallest: Double
  private let across: Int
  private let width: Double
  private let pitch: Double

  /// So many maps, so many side by side; nil where the map has no extent.
  ///
  /// - Parameters:
  ///   - usual: how high a map is at most where nobody asks for more.
  ///   - most: how high it may be, a little higher than true to scale, where a page would else stay empty.
  init?(
    _ count: Int,
    across: Int,
    of map: SegmentReport.CustomerMap,
    _ subject: Subject,
    usual: Double,
    most: Double
  ) {
    self.across = across
    width = (subject.width - Self.gap * Double(across - 1)) / Double(across)
    guard let first = MapFrame(map, x: 0, y: 0, width: width, heights: 56...usual),
      let last = MapFrame(map, x: 0, y: 0, width: width, heights: 56...most)
    else { return nil }
    let highest = max(last.rect.height, min(most, first.rect.height * 1.5))
    let around = Self.head + Self.gap
    let below = Self.gap - Self.air
    let rows = Double((count + across - 1) / across)
    tallest = (highest + around) * rows - below
    height = subject.height(from: (first.rect.height + around) * rows - below, to: tallest)
    pitch = (height + below) / rows
  }

  /// The place of a map; its text stands above.
  func cell(_ index: Int) -> Rect {
    Rect(
      x: Double(index % across) * (width + Self.gap),
      y: Double(index / across) * pitch + Self.head,
      width: width,
      height: pitch - Self.head - Self.gap
    )
  }
}

extension Drawing {
  /// A thin line along the inner edge of a map.
  mutating func edge(of rect: Rect) {
    let inner = rect.inset(left: 0.25, top: 0.25, right: 0.25, bottom: 0.25)
    add(.rectangle(inner, stroke: Stroke(theme.grid, width: 0.5)))
  }
}
