/// Which pages a dashboard has and what stands on them: panels in rows on twelve columns.
///
/// A template names and places; it cannot compute. Read from YAML, strictly.
package struct Template: Sendable, Equatable {
  /// The name by which it is chosen.
  package let name: String
  let pages: [TemplatePage]
  /// The theme it names or carries; nil for the one that is configured.
  package var theme: ThemeFile?

  /// How many pages it describes; one that is repeated counts once.
  package var pageCount: Int { pages.count }

  /// What texts of pages that are shown must tell and a report does not say, none twice.
  func unanswered(by reading: Reading) -> [String] {
    var names: [String] = []
    for page in pages where page.condition?.holds(for: reading) ?? true {
      for (text, each) in page.texts(for: reading) {
        names += text.unanswered(by: reading, each: each).filter { !names.contains($0) }
      }
    }
    return names
  }
}
