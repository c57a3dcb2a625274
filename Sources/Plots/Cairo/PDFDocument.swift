/// What a PDF says about itself.
package struct PDFDocument: Sendable, Hashable {
  /// The title, shown in the window.
  package var title: String
  /// Who made it; nil for nobody named.
  package var author: String?
  /// What it is about, in a sentence.
  package var subject: String?
  /// The language of its words, such as `en`.
  package var language: String
  /// The day of its data; nil writes no date at all.
  ///
  /// Never the day on which it was made.
  package var day: Day?

  /// The facts about a document.
  package init(
    title: String,
    author: String? = nil,
    subject: String? = nil,
    language: String = "en",
    day: Day? = nil
  ) {
    self.title = SafeText.line(title)
    self.author = author.map(SafeText.line)
    self.subject = subject.map(SafeText.line)
    self.language = SafeText.identifier(language)
    self.day = day
  }
}
