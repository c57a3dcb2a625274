/// One thing on a page that breaks a point of the quality checklist.
package struct LintFault: Sendable, Codable, Equatable {
  /// The point of the checklist, 1 to 40.
  package let point: Int
  /// The name of the rule, such as `text-overlap`.
  package let rule: String
  /// Whether the point is one that no page may fail.
  package let isKnockOut: Bool
  /// The page, from 1; nil for a fault of the whole dashboard or of a file.
  package let page: Int?
  /// Where on the page: the figure's name and a place in points.
  package let place: String
  /// What is wrong, in words.
  package let text: String

  /// The fault as one line for a person.
  ///
  /// `page 4, box at 43,210: 7 text-contrast — “12” has a contrast of 2.1 (4.5 is needed)`
  package var description: String {
    let sheet = page.map { "page \($0)" }
    let parts = [sheet, place.isEmpty ? nil : place].compactMap(\.self)
    return "\(parts.joined(separator: ", ")): \(point) \(rule) — \(text)"
  }
}
