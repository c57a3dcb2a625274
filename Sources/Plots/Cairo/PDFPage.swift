/// One page of a PDF with its place in the table of contents.
package struct PDFPage: Sendable {
  /// A line of the outline that viewers show beside the pages.
  package struct OutlineEntry: Sendable, Hashable {
    /// The words.
    package var title: String
    /// 1 for the upper level, 2 below it.
    package var level: Int
    /// The destination it leads to; nil for the top of the page.
    package var destination: String?

    /// A line of the outline.
    package init(title: String, level: Int = 1, destination: String? = nil) {
      self.title = SafeText.line(title)
      self.level = min(max(level, 1), 6)
      self.destination = destination.map(SafeText.identifier)
    }
  }

  /// What is on the page.
  package var scene: Scene
  /// The name by which links find the top of the page; unique in the document.
  package var name: String
  /// The number viewers show, such as `iv`; nil for counting from 1.
  package var label: String?
  /// The lines of the outline that belong to the page, in order.
  package var outline: [OutlineEntry]

  /// A page.
  package init(scene: Scene, name: String, label: String? = nil, outline: [OutlineEntry] = []) {
    self.scene = scene
    self.name = SafeText.identifier(name)
    self.label = label.map(SafeText.label)
    self.outline = outline
  }
}
