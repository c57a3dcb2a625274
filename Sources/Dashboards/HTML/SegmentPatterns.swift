import Plots

/// Lines over the colors of segments, for readers who do not tell the colors apart.
///
/// They are drawn on the reader's wish, and where the system shows few colors.
enum SegmentPatterns {
  private static let pitch = 7

  /// The patterns of all segments, to be used by any picture of the file.
  static let definitions: String = {
    let patterns = looks.enumerated().map { place, name in
      let angle = [45, 135, 0, 90][place % 4]
      return "<pattern id=\"lines-\(name)\" width=\"\(pitch)\" height=\"\(pitch)\""
        + " patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(\(angle))\">"
        + "<rect width=\"\(pitch)\" height=\"\(pitch)\" class=\"f-\(name)\"/>"
        + "<path class=\"lines s-\(name)-ink\" d=\"\(strokes(place / 4))\"/></pattern>"
    }
    return "<svg class=\"hidden\" aria-hidden=\"true\"><defs>\(patterns.joined())</defs></svg>"
  }()

  /// Which fills become patterns, and when.
  static let rules: String = {
    func painted(_ root: String) -> String {
      looks.map { "\(root) :not(pattern)>.f-\($0){fill:url(#lines-\($0))}" }.joined()
    }
    // Letters on a pattern need a ground of their own.
    let letters = looks.map {
      "[data-patterns] :is(text.f-\($0)-ink,.on-\($0))"
        + "{stroke:var(--\($0));stroke-width:3.5;stroke-linejoin:round;paint-order:stroke}"
    }
    return letters.joined() + ".lines{fill:none;stroke-width:1.5;stroke-opacity:.45}"
      + painted("[data-patterns]") + "@media(forced-colors:active){\(painted(":root"))}"
  }()

  private static let looks = Theme.light.segments.compactMap(\.fill.name)

  /// One line, two that cross, or dots: after four directions each begins anew.
  private static func strokes(_ round: Int) -> String {
    switch round {
    case 0: "M0 3.5H7"
    case 1: "M0 3.5H7M3.5 0V7"
    default: "M2.5 3.5H4.5"
    }
  }
}
