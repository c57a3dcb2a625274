import Plots

/// A page as the linter meets it: its figures and everything that is drawn on it.
struct LintedPage {
  /// From 1.
  var number: Int
  /// The page of the template it belongs to.
  var id = ""
  /// Its heading.
  var title = ""
  /// Whether it goes on from the page before.
  var isContinued = false
  /// The paper.
  var size: Size
  /// The ground of the paper.
  var ground = Color(0xFFFFFF)
  /// Where blocks may lie.
  var body: Rect
  /// Where the columns of the grid begin.
  var columns: [Double] = []
  /// The distance between rows of blocks.
  var rowGap = 22.0
  /// The smallest text allowed, in points.
  var smallest = 7.0
  /// What must stand in the header and the footer.
  var frame: [String] = []
  /// The blocks, in drawing order.
  var figures: [LintedFigure] = []
  /// Everything that is drawn.
  var survey = SceneSurvey()

  /// The texts of a figure, drawn ones and those around it.
  func texts(of figure: Int) -> [String] {
    survey.texts.filter { $0.figure == figure }.map(\.whole)
  }

  /// All that can be read in a figure, as one text.
  func words(of figure: Int) -> String { texts(of: figure).joined(separator: " ") }

  /// The charts of a figure.
  func charts(of figure: Int) -> [ChartFact] {
    survey.charts.filter { $0.figure == figure }.map(\.fact)
  }

  /// The painted shapes of a figure.
  func shapes(of figure: Int) -> [SurveyedShape] {
    survey.shapes.filter { $0.figure == figure }
  }
}
