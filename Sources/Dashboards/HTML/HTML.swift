import Foundation
import Plots

/// Writes words into HTML so that they stay words.
enum HTML {
  /// A text of the data or of ours inside an element.
  static func element(_ name: String, _ text: String, _ attributes: String = "") -> String {
    "<\(name)\(attributes)>\(XML.escaped(SafeText.paragraph(text)))</\(name)>"
  }

  /// Facts in a row with their dots kept at the ends of lines, where they wrap.
  static func together(_ text: String) -> String {
    text.replacingOccurrences(of: " · ", with: "\u{A0}· ")
  }
}
