/// One panel with its width.
struct TemplateBlock: Sendable, Equatable {
  /// How many of the twelve columns.
  let columns: Int
  /// The panel's name in the catalogue.
  let panel: String
  /// The words of a text block.
  let text: AuthoredText?
}
