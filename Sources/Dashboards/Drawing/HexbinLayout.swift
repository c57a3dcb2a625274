import Plots

/// Where panels of equal size lie, row by row, with room for a legend below them.
struct HexbinLayout {
  /// The lowest that a row may be.
  static let least = 150.0
  private static let gap = 16.0

  let across: Int
  let height: Double
  let tallest: Double
  private let width: Double
  private let pitch: Double

  /// As many side by side as segments, or two, three or four of more.
  static func across(_ segments: Int) -> Int {
    switch segments {
    case 0, 2: 2
    case 1...4: segments
    case 5, 6, 9: 3
    default: 4
    }
  }

  init(_ count: Int, across: Int, _ subject: Subject, foot: Double) {
    self.across = min(across, count)
    width = (subject.width - Self.gap * Double(self.across - 1)) / Double(self.across)
    let rows = Double((count + self.across - 1) / self.across)
    tallest = rows * max(Self.least, min(330, width * 1.3)) + foot
    height = subject.height(from: rows * Self.least + foot, to: tallest)
    pitch = (height - foot) / rows
  }

  /// The place of a panel.
  func cell(_ index: Int) -> Rect {
    Rect(
      x: Double(index % across) * (width + Self.gap),
      y: Double(index / across) * pitch,
      width: width,
      height: pitch - 8
    )
  }
}
