/// What a group of drawn items is to a program that checks pages; nothing of it is painted.
package enum SceneFact: Sendable, Equatable {
  /// A block of a page with its name, such as `box`.
  case figure(String)
  /// A chart with its axes and data.
  case chart(ChartFact)
}
