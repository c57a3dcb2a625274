import Plots

/// One point of the quality checklist that a program can judge.
///
/// A rule reads nothing but the laid-out book; each is proved by a page that breaks it and one that
/// does not.
protocol LintRule: Sendable {
  /// The point of the checklist, 1 to 40.
  var point: Int { get }
  /// The name by which findings are sorted and counted.
  var name: String { get }
  /// Whether no page may fail it.
  var isKnockOut: Bool { get }
  /// What breaks it.
  func faults(in book: LintedBook) -> [LintFault]
}

extension LintRule {
  var isKnockOut: Bool { false }

  /// A fault at a rectangle of a page.
  func fault(_ page: LintedPage, _ figure: Int?, _ rect: Rect?, _ text: String) -> LintFault {
    var place = figure.flatMap { page.figures.indices.contains($0) ? page.figures[$0].name : nil }
    if let rect {
      let corner = "at \(Int(rect.minX.rounded())),\(Int(rect.minY.rounded()))"
      place = [place, corner].compactMap(\.self).joined(separator: " ")
    }
    return LintFault(
      point: point,
      rule: name,
      isKnockOut: isKnockOut,
      page: page.number,
      place: place ?? "",
      text: text
    )
  }

  /// A fault of the whole book or of one of its files.
  func fault(_ place: String, _ text: String) -> LintFault {
    LintFault(
      point: point,
      rule: name,
      isKnockOut: isKnockOut,
      page: nil,
      place: place,
      text: text
    )
  }
}
