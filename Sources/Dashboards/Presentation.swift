/// How a report is to be shown: which pages, formats, language, money and paper.
///
/// Every part has a default, so `Presentation()` is a good one.
package struct Presentation: Sendable, Codable, Equatable {
  /// A kind of file a dashboard can be published as.
  package enum Format: String, Sendable, Codable, Equatable, CaseIterable {
    case pdf, png, html
  }

  /// The paper or slide that pages are made for.
  package enum Page: String, Sendable, Codable, Equatable, CaseIterable {
    case a4 = "A4"
    case letter = "Letter"
    case slide = "16:9"
  }

  /// The ground of pages: `auto` is light on paper and, on a screen, as the reader's system has it.
  package enum Look: String, Sendable, Codable, Equatable, CaseIterable {
    case light, dark, auto
  }

  /// The name of the template.
  package var template = "standard"
  /// The files to make.
  package var formats = Format.allCases
  /// The language of the words, such as `en`.
  package var language = "en"
  /// Whose numbers and dates are written, such as `en_US`.
  package var locale = "en_US"
  /// The money of the data when the report names none, such as `GBP`.
  package var currency: String?
  /// The paper.
  package var page = Page.a4
  /// The title in the running header; made from the dataset's name when nil.
  package var title: String?
  /// The names of the files the data came from, for the notes.
  package var sources: [String] = []
  /// The name of the run, for the footer.
  package var runName = ""
  /// Groups smaller than this are counted as "fewer than", without values.
  package var smallestCell = 5
  /// The ground of pages.
  package var theme = Look.auto
  /// A theme of the user's own, which goes before the ground.
  package var ownTheme: ThemeFile?

  /// A presentation with the defaults of the house.
  package init() {}
}
