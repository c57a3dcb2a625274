import Plots

/// How a text stands: its part on the page, weight, color and side.
struct Lettering {
  var token: TextToken
  var weight: FontWeight?
  var size: Double?
  var tabular: Bool?
  var color: Color?
  var anchor = TextRun.Anchor.start
  var limit: Double?
  var halo: Color?

  init(_ token: TextToken) {
    self.token = token
  }

  static let h1 = Lettering(.h1)
  static let h2 = Lettering(.h2)
  static let body = Lettering(.body)
  static let desc = Lettering(.desc)
  static let axis = Lettering(.axis)
  static let data = Lettering(.data)
  static let note = Lettering(.note)

  /// The text ends at its place.
  var end: Lettering { with { $0.anchor = .end } }
  /// The text has its middle at its place.
  var middle: Lettering { with { $0.anchor = .middle } }
  /// The text is bold.
  var bold: Lettering { with { $0.weight = .semibold } }
  /// The text is of middle weight.
  var medium: Lettering { with { $0.weight = .medium } }
  /// The text is not bold.
  var plain: Lettering { with { $0.weight = .regular } }

  /// The text in a color.
  func color(_ color: Color) -> Lettering { with { $0.color = color } }

  /// The text, shortened when it is wider than given.
  func within(_ width: Double) -> Lettering { with { $0.limit = max(0, width) } }

  /// The text in another size (points of an A4 page).
  func size(_ size: Double) -> Lettering { with { $0.size = size } }

  /// The text with a rim, for crowded grounds.
  func halo(_ color: Color) -> Lettering { with { $0.halo = color } }

  private func with(_ change: (inout Lettering) -> Void) -> Lettering {
    var copy = self
    change(&copy)
    return copy
  }
}
