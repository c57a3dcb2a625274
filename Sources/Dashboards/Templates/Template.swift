/// Which pages a dashboard has and what stands on them: panels in rows on twelve columns.
///
/// A template names and places; it cannot compute. Read from YAML, strictly.
package struct Template: Sendable, Equatable {
  /// The name by which it is chosen.
  package let name: String
  let pages: [TemplatePage]

  /// How many pages it describes; one that is repeated counts once.
  package var pageCount: Int { pages.count }
}
