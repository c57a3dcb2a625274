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
    /// As sentences that open what they rest on.
    case findings([Sentences.Sentence])
  }

  /// The name of the panel that drew it.
  var panel = ""
  /// What is to be seen, as a sentence; empty for none.
  var title = ""
  /// Measure, unit, number of customers.
  var descriptor = ""
  /// The drawing itself.
  var plot: Scene
  /// How high the drawing can be where a page has room to spare; nil when it is as high as it can be.
  var tallest: Double?
  /// The same picture with its drawing about as high as given; set where it has a `tallest`.
  var redrawn: (@Sendable (Double) -> Picture)?
  /// Whether it had to leave texts out for want of width, so that it had better stand alone in its row.
  var isCramped = false
  /// Whether it names segments by their letters only, so that a page must say who they are.
  var needsKey = false
  /// How pictures of its kind are read, said once at the head of a page instead of in each.
  var guide = ""
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
  /// Small print of the page, which stays when the picture is drawn anew.
  mutating func add(note: String) {
    notes.append(note)
    guard let redrawn else { return }
    self.redrawn = { height in
      var picture = redrawn(height)
      picture.notes.append(note)
      return picture
    }
  }

  /// Where links lead that point at this picture.
  var anchor: String?
}
