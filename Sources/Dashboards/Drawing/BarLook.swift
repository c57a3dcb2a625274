import Plots

/// How a bar or slice is painted, and which segment it stands for.
struct BarLook {
  let fill: Fill
  var outline: Color?
  var letter: String?

  /// In the full color of a segment.
  static func full(_ portrait: Portrait) -> BarLook { full(portrait.look) }

  /// In a full color, hatched where the look says so.
  static func full(_ look: SegmentStyle) -> BarLook {
    BarLook(fill: look.area, outline: look.hatch?.line, letter: look.letter)
  }

  /// Pale with an outline, for the lesser of two bars.
  static func tint(_ portrait: Portrait) -> BarLook {
    let look = portrait.look
    return BarLook(fill: .color(look.tint), outline: look.fill, letter: look.letter)
  }

  /// In a color that stands for no segment.
  static func plain(_ color: Color) -> BarLook { BarLook(fill: .color(color)) }

  /// What the eye sees between the lines.
  var color: Color {
    switch fill {
    case .color(let color): color
    case .hatch(let hatch): hatch.background ?? hatch.line
    }
  }
}
