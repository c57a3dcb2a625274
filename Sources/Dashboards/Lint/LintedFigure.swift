import Plots

/// A block of a page as the linter meets it.
struct LintedFigure {
  /// The name of the panel.
  var name: String
  /// The heading.
  var title = ""
  /// Measure, unit, number of customers.
  var descriptor = ""
  /// The small print.
  var notes: [String] = []
  /// Where it lies on the page, with its heading and its notes.
  var rect: Rect
  /// All cells of its table.
  var cells: [String] = []
  /// What must be read in it when it shows a sample.
  var sample: String?
}
