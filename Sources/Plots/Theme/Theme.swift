/// All colors of a page, light or dark.
package struct Theme: Sendable, Hashable {
  /// The name, `light` or `dark`.
  package let name: String
  /// Titles and values.
  package let ink: Color
  /// Descriptions and ticks.
  package let secondary: Color
  /// Captions.
  package let tertiary: Color
  /// Axis and zero lines.
  package let axis: Color
  /// Lines of a grid.
  package let grid: Color
  /// The ground of a page.
  package let page: Color
  /// The ground of a box on it.
  package let panel: Color
  /// Data without segments.
  package let single: Color
  /// A change for the better; always with a sign and words.
  package let better: Color
  /// A change for the worse.
  package let worse: Color
  /// Everything in order.
  package let ok: Color
  /// Something to look at.
  package let check: Color
  /// Something wrong.
  package let problem: Color
  /// The segments with a color of their own, in the order of their letters.
  package let segments: [SegmentStyle]
  /// Customers that belong to no segment.
  package let noise: SegmentStyle
  /// Segments beyond the colors, or not looked at.
  package let other: SegmentStyle
  /// Amounts from little to much: nine colors.
  package let sequential: [Color]
  /// From below to above the middle: eleven colors.
  package let diverging: [Color]

  /// The look of a segment by the place of its letter, 0 for A.
  ///
  /// Beyond L there are no more colors that can be told apart: letters go on, in grey.
  package func segment(_ index: Int) -> SegmentStyle {
    guard index >= 0 else { return noise }
    guard index >= segments.count else { return segments[index] }
    // The grey of `other` is too pale for marks that stand for a segment of their own.
    return SegmentStyle(
      letter: Self.letter(index),
      fill: tertiary,
      text: other.text,
      tint: other.tint,
      ink: tertiary.bestInk(of: inks),
      marker: other.marker,
      dash: other.dash,
      hatch: nil
    )
  }

  /// Places of colors for so many classes of amounts, from pale to full; the palest is too close to the page.
  package func sequentialPlaces(_ count: Int) -> [Int] {
    let steps = sequential.count - 1
    guard count > 1 else { return [1 + steps / 2] }
    return (0..<count).map { 1 + $0 * (steps - 1) / (count - 1) }
  }

  /// Colors for amounts from zero or a least value up.
  package func sequentialScale(_ low: Double, _ high: Double) -> ColorScale {
    ColorScale(steps: sequential, low: low, high: high, inks: inks)
  }

  /// Colors around zero, reaching equally far both ways.
  package func divergingScale(_ reach: Double) -> ColorScale {
    ColorScale(steps: diverging, low: -reach, high: reach, inks: inks)
  }

  /// Dark and light letters for any ground.
  package var inks: [Color] {
    let white = Color(0xFFFFFF, name: "white")
    return name == "dark" ? [ink, white, page] : [ink, white]
  }

  /// The letter of a segment by its place: A to Z, then AA, AB.
  package static func letter(_ index: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    guard index >= 0 else { return "–" }
    let last = String(alphabet[index % 26])
    return index < 26 ? last : letter(index / 26 - 1) + last
  }
}
