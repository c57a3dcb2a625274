/// The small shapes that tell segments apart without color.
package enum Marker: String, Sendable, Hashable, CaseIterable {
  /// A disc.
  case disc
  /// A square.
  case square
  /// A triangle on its base.
  case triangle
  /// A square on its corner.
  case diamond
  /// A triangle on its tip.
  case triangleDown
  /// A plus with thick arms.
  case plus
  /// A ring.
  case ring
  /// An open square.
  case openSquare
  /// An open triangle on its base.
  case openTriangle
  /// An open square on its corner.
  case openDiamond
  /// An open triangle on its tip.
  case openTriangleDown
  /// A star with five points.
  case star
  /// Two crossing strokes, for what belongs nowhere.
  case cross
}
