import Foundation
package import Segments

/// What the linter says about the pages of a report: every fault, with page and place.
package struct PageLint: Sendable {
  /// One rule with the number of its faults.
  package struct Point: Sendable, Codable, Equatable {
    /// The point of the checklist, 1 to 40.
    package let point: Int
    /// The name of the rule.
    package let rule: String
    /// How often it is broken.
    package let faults: Int
  }

  /// Every rule that was applied.
  package let points: [Point]
  /// What breaks them, page by page.
  package let faults: [LintFault]
  /// How many pages were looked at.
  package let pages: Int
  private let book: LintedBook

  /// Lays the pages out as they would be published and checks them.
  ///
  /// - Parameter published: the files as they lie in a folder; each is compared with one drawn now.
  package init(
    of report: SegmentReport,
    using template: Template,
    presentation: Presentation,
    published: [Artifact] = []
  ) throws(DashboardError) {
    let dashboard = try Dashboard(of: report, using: template, presentation: presentation)
    var book = LintedBook(dashboard)
    book.files = published
    if !published.isEmpty {
      let screen = try Dashboard.onScreen(report, template, presentation)
      book.redrawn = try dashboard.files(screen: screen)
    }
    self.init(book)
  }

  init(_ book: LintedBook) {
    self.book = book
    let found = LintCatalogue.faults(in: book)
    faults = found
    pages = book.pages.count
    points = LintCatalogue.all.map { rule in
      Point(
        point: rule.point,
        rule: rule.name,
        faults: found.count { $0.rule == rule.name }
      )
    }
  }

  private struct Answer: Encodable {
    let pages: Int
    let points: [Point]
    let faults: [LintFault]
    let layout: [LayoutDump.Page]?
  }

  /// Everything as one JSON object, on request with the layout of all pages.
  package func json(withLayout: Bool) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf",
      negativeInfinity: "-inf",
      nan: "nan"
    )
    let answer = Answer(
      pages: pages,
      points: points,
      faults: faults,
      layout: withLayout ? LayoutDump(book).pages : nil
    )
    return try String(decoding: encoder.encode(answer), as: UTF8.self)
  }
}
