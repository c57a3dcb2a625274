/// Size, weight and figures of a text.
package struct TextStyle: Sendable, Hashable {
  /// The part the text plays.
  package let token: TextToken
  /// The size in points.
  package let size: Double
  /// From baseline to baseline, in points.
  package let leading: Double
  /// How bold.
  package let weight: FontWeight
  /// Whether all digits are equally wide, as in tables; titles look better without.
  package let tabular: Bool

  /// A style.
  package init(
    token: TextToken,
    size: Double,
    leading: Double,
    weight: FontWeight,
    tabular: Bool
  ) {
    self.token = token
    self.size = min(max(Coordinate.clamped(size), 1), 400)
    self.leading = min(max(Coordinate.clamped(leading), 1), 400)
    self.weight = weight
    self.tabular = tabular
  }

  /// Few styles have one size, and every text that is looked up is looked up with its style.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(size)
  }

  /// The style with another weight.
  package func weight(_ weight: FontWeight) -> TextStyle {
    TextStyle(token: token, size: size, leading: leading, weight: weight, tabular: tabular)
  }

  /// The style with digits as wide as in tables.
  package var tabularFigures: TextStyle {
    TextStyle(token: token, size: size, leading: leading, weight: weight, tabular: true)
  }

  /// The style with digits as in running text.
  package var proportionalFigures: TextStyle {
    TextStyle(token: token, size: size, leading: leading, weight: weight, tabular: false)
  }

  /// The style in another size, lines as far apart in proportion.
  package func size(_ size: Double) -> TextStyle {
    TextStyle(
      token: token,
      size: size,
      leading: leading * size / self.size,
      weight: weight,
      tabular: tabular
    )
  }
}
