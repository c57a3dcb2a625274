import Plots

/// A drawn panel with everything that stands around it: title, description, notes, numbers.
struct Picture {
  /// How the picture is shown on a screen.
  enum OnScreen {
    /// As it is drawn.
    case drawing
    /// As its table.
    case table
    /// Not at all: a screen has better means.
    case paperOnly
    /// As tiles: the rows of its table are label, value and remark.
    case tiles
    /// As running text.
    case prose([String])
  }

  /// The name of the panel that drew it.
  var panel = ""
  /// What is to be seen, as a sentence; empty for none.
  var title = ""
  /// Measure, unit, number of customers.
  var descriptor = ""
  /// The drawing itself.
  var plot: Scene
  /// How much at the top of the drawing is repeated where it goes on on another page.
  var header = 0.0
  /// Small print below.
  var notes: [String] = []
  /// What a reader who cannot see it should know.
  var summary = ""
  /// The drawn numbers.
  var table: DataTable?
  var onScreen = OnScreen.drawing
  /// What must be read in the picture when it shows a sample only.
  var sample: String?
  /// Where links lead that point at this picture.
  var anchor: String?
}
