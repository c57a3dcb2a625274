/// The sizes of all texts for one kind of page.
package struct TypeScale: Sendable, Hashable {
  /// The kind of page.
  package enum Medium: String, Sendable, Hashable {
    /// A4 and Letter.
    case print
    /// A slide, a quarter larger.
    case slide
    /// A page on screen, in CSS pixels.
    case screen
  }

  /// The kind of page.
  package let medium: Medium

  /// A4 and Letter.
  package static let print = TypeScale(.print)
  /// Slides.
  package static let slide = TypeScale(.slide)
  /// Screens.
  package static let screen = TypeScale(.screen)

  /// The sizes for a kind of page.
  package init(_ medium: Medium) {
    self.medium = medium
  }

  /// Size, weight and figures of a text by its part on the page.
  package subscript(_ token: TextToken) -> TextStyle {
    let row = Self.row(of: token)
    let (size, leading) =
      switch medium {
      case .print: (row.size, row.leading)
      case .slide: (max(row.size * 1.25, smallest), max(row.leading * 1.25, smallest * 1.25))
      case .screen: (row.screenSize, row.screenLeading)
      }
    return TextStyle(
      token: token,
      size: size,
      leading: leading,
      weight: row.weight,
      tabular: row.tabular
    )
  }

  /// The smallest text allowed, in the unit of the medium.
  package var smallest: Double {
    switch medium {
    case .print: 7

    case .slide: 9
    case .screen: 11
    }
  }

  /// The distance all layouts grow by on this medium.
  package var factor: Double { self[.axis].size / 7.5 }

  private typealias Row = (
    size: Double, leading: Double, screenSize: Double, screenLeading: Double, weight: FontWeight,
    tabular: Bool
  )

  private static func row(of token: TextToken) -> Row {
    switch token {
    case .display: (28, 34, 36, 44, .semibold, false)
    case .h1: (16, 20, 22, 28, .semibold, false)
    case .h2: (10.5, 14, 15, 20, .semibold, false)
    case .body: (9, 13, 14, 21, .regular, false)
    case .desc: (8, 11, 13, 18, .regular, false)
    case .axis: (7.5, 9, 12, 15, .regular, true)
    case .data: (7.5, 9, 12, 15, .medium, true)
    case .note: (7, 9, 11, 15, .regular, false)
    case .kpi: (24, 28, 32, 40, .semibold, false)
    case .kpiSmall: (18, 22, 26, 32, .semibold, false)
    }
  }
}
