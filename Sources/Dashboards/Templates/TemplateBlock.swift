/// One panel with its width.
struct TemplateBlock: Sendable, Equatable {
  /// How many of the twelve columns.
  let columns: Int
  /// The panel's name in the catalogue.
  let panel: String
  /// The words of a text block.
  let text: AuthoredText?
  var options = BlockOptions()

  /// Everything its author wrote that may have values in it.
  var texts: [AuthoredText] { [text].compactMap(\.self) + options.texts }

  /// Whether it speaks of the segment of a page or row that is repeated.
  var speaksOfEach: Bool { options.segment == .each || texts.contains(where: \.speaksOfEach) }
}
