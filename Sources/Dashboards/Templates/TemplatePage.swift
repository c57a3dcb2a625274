/// One page of a template.
struct TemplatePage: Sendable, Equatable {
  let id: String
  /// The part of the dashboard it belongs to; words are found under `section.<name>`.
  let section: String
  /// The message; nil lets the page write its own.
  let title: String?
  /// When the page is shown; nil for always.
  let condition: Condition?
  /// Whether rows before the last are left out on paper until the page fits on one sheet.
  let isSingle: Bool
  /// Whether there is one such page for each segment.
  var isRepeated = false
  let rows: [TemplateRow]
}
