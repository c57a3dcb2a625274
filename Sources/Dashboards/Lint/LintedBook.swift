import Plots

/// A whole dashboard as the linter meets it: pages as drawn, and the facts they must agree with.
struct LintedBook {
  var pages: [LintedPage]
  /// The segments in order.
  var segments: [LintedSegment] = []
  /// The look of customers that belong to no segment.
  var noise: SegmentStyle?
  /// How unassigned customers are called.
  var unassigned = "Unassigned"
  /// How the number of customers is written; nil when nothing was counted.
  var customers: String?
  /// Numbers that must be read somewhere, with what they count: rows left out, missing values; the
  /// latter where a figure with that heading is drawn.
  var exclusions: [(what: String, number: String, figure: String?)] = []
  /// Names that readers gave themselves: segments and measures.
  var names: [String] = []
  /// Names of the report that are not for readers.
  var internalNames: Set<String> = []
  /// The files as published; empty when only pages are checked.
  var files: [Artifact] = []
  /// The files as drawn now, from the same report.
  var redrawn: [Artifact] = []

  /// Everything that can be read on paper, as one text without spaces.
  var readable: String {
    pages.flatMap(\.survey.texts).filter { !$0.isEllipsized }.map(\.text)
      .joined().filter { !$0.isWhitespace }
  }
}
