import Plots

/// Which font the pages are really drawn with.
package enum FontCheck {
  /// The font the design asks for.
  package static let wanted = "Inter"

  /// The family that letters are drawn with, or `nil` where no font can be found at all.
  package static var found: String? {
    let family = TextMeasure().fontFamily
    return family.isEmpty ? nil : family
  }
}
