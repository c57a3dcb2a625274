import Plots

/// Words of a template's author, or a sentence of ours.
struct TextPanel: Panel {
  static let id = "text"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let text = subject.text else { return .absent("") }
    return .picture(Self.picture(text, width: subject.width, reading: reading))
  }

  /// Running text; a blank line begins a new paragraph.
  static func picture(_ text: String, width: Double, reading: Reading) -> Picture {
    let paragraphs = text.split(separator: "\n\n").map {
      String($0).replacing("\n", with: " ")
    }
    var drawing = Drawing(width: width, style: reading.style)
    var y = 9.0
    for paragraph in paragraphs {
      y = drawing.paragraph(paragraph, 0, y, .body.within(min(width, 420))) + 5
    }
    var picture = Picture(plot: drawing.scene(height: max(12, y - 13)))
    picture.onScreen = .prose(paragraphs)
    return picture
  }
}
