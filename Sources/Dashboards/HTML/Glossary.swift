import Foundation
import Plots

/// Lets a reader ask what a word means where it stands: a button that opens its definition.
///
/// The browser opens and closes the definitions by itself, so they work without scripts.
struct Glossary {
  let words: Words

  /// The words that are explained in notes, with what opens their definition.
  private var terms: [(word: String, id: String)] {
    GlossaryPanel.entries.map { entry in
      // "Tells apart (η²)": what stands in brackets is not written in sentences.
      let word = words("glossary." + entry).split(separator: "(").first ?? ""
      return (word.trimmingCharacters(in: .whitespaces), Self.id(of: entry))
    }
  }

  /// An escaped text in which the first mention of each word opens its definition.
  ///
  /// - Parameter told: the words that were already explained in this part; grows.
  func marked(_ text: String, told: inout Set<String>) -> String {
    var marked = XML.escaped(text)
    for term in terms where !told.contains(term.id) {
      let word = XML.escaped(term.word)
      guard let range = Self.mention(of: word, in: marked) else { continue }
      told.insert(term.id)
      let button =
        "<button type=\"button\" class=\"term\" popovertarget=\"\(term.id)\">\(marked[range])</button>"
      marked.replaceSubrange(range, with: button)
    }
    return marked
  }

  /// All definitions, closed.
  var definitions: String {
    GlossaryPanel.entries.map { entry in
      let title = HTML.element("strong", words("glossary." + entry))
      let text = HTML.element("p", words("glossary.\(entry).text"))
      return "<div popover class=\"gloss\" id=\"\(Self.id(of: entry))\">\(title)\(text)</div>"
    }.joined()
  }

  private static func id(of entry: String) -> String { "term-" + SafeText.identifier(entry) }

  /// Where a word stands by itself, whatever its case, and not inside of a button.
  private static func mention(of word: String, in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while let range = text.range(of: word, options: .caseInsensitive, range: start..<text.endIndex)
    {
      let before =
        range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      let opened = text[..<range.lowerBound].ranges(of: "<").count
      let closed = text[..<range.lowerBound].ranges(of: "</button>").count * 2
      if !before.isLetter, !after.isLetter, opened == closed, !"-–".contains(before),
        !"-–".contains(after)
      {
        return range
      }
      start = range.upperBound
    }
    return nil
  }
}
