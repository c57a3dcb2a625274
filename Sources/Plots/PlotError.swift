/// Why a picture could not be made.
package enum PlotError: Error, Equatable {
  /// The drawing library gave up, with its own words.
  case drawing(String)
  /// The picture would have more dots than can be held.
  case tooManyDots(width: Int, height: Int)
  /// A document was asked for without a page.
  case noPages

  /// What happened and what to do, for a person.
  package var errorDescription: String {
    switch self {
    case .drawing(let words):
      """
      The drawing library stopped with "\(SafeText.label(words))" while a page was drawn. \
      Run `segmentd check` to see whether its fonts and libraries are whole.
      """
    case .tooManyDots(let width, let height):
      """
      A picture of \(width) by \(height) dots is larger than can be drawn. \
      Choose a smaller page or a smaller scale.
      """
    case .noPages:
      """
      The document has no pages, so nothing was drawn. \
      Add at least one page to the template.
      """
    }
  }
}
