/// What an author asks of one panel beyond its place.
struct BlockOptions: Sendable, Equatable {
  /// The measure it shows, by its name in the report.
  var measure: String?
  /// The segment it speaks of.
  var segment: Variable.Which?
  /// The heading, in the place of the panel's own.
  var title: AuthoredText?
  /// Small print below the panel's own.
  var note: AuthoredText?

  /// The texts that may have values in them.
  var texts: [AuthoredText] { [title, note].compactMap(\.self) }

  /// The names of the options a panel has.
  static func names(for panel: any Panel) -> [String] {
    let kind = type(of: panel)
    return (kind.takesMeasure ? ["measure"] : []) + (kind.takesSegment ? ["segment"] : [])
      + ["title", "note"]
  }
}
