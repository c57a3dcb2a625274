import Plots

/// Words of a template's author, or a sentence of ours.
struct TextPanel: Panel {
  static let id = "text"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let text = subject.text else { return .absent("") }
    return .picture(Self.picture(text, width: subject.width, reading: reading))
  }

  /// Running text; a blank line begins a new paragraph, `- ` an item, and a line in `**` is a heading.
  static func picture(_ text: String, width: Double, reading: Reading) -> Picture {
    let parts = Part.parts(of: text)
    var drawing = Drawing(width: width, style: reading.style)
    let room = min(width, 420)
    var (y, gap) = (9.0, 0.0)
    for part in parts {
      y += gap
      switch part {
      case .heading(let text): y = drawing.paragraph(text, 0, y, .body.bold.within(room))
      case .paragraph(let text): y = drawing.paragraph(text, 0, y, .body.within(room))
      case .item(let text):
        drawing.text("•", 0, y, .body)
        y = drawing.paragraph(text, 10, y, .body.within(room - 10))
      }
      if case .paragraph = part { gap = 5 } else { gap = 2 }
    }
    var picture = Picture(plot: drawing.scene(height: max(12, y - 8)))
    picture.onScreen = .prose(parts.map(\.words))
    return picture
  }

  /// One part of a running text.
  private enum Part {
    case heading(String)
    case paragraph(String)
    case item(String)

    /// The part as a line of its own.
    var words: String {
      switch self {
      case .heading(let text), .paragraph(let text): text
      case .item(let text): "• " + text
      }
    }

    static func parts(of text: String) -> [Part] {
      var parts: [Part] = []
      var isOpen = false
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let line = line.trimmingPrefix { $0 == " " }
        if line.hasPrefix("- ") {
          parts.append(.item(String(line.dropFirst(2))))
        } else if line.count > 4, line.hasPrefix("**"), line.hasSuffix("**") {
          parts.append(.heading(String(line.dropFirst(2).dropLast(2))))
        } else if isOpen, !line.isEmpty, let last = parts.popLast() {
          parts.append(last.continued(by: line))
          continue
        } else if !line.isEmpty {
          parts.append(.paragraph(String(line)))
        }
        // A heading ends with its line, an item and a paragraph go on.
        if case .heading? = parts.last { isOpen = false } else { isOpen = !line.isEmpty }
      }
      return parts
    }

    private func continued(by line: Substring) -> Part {
      switch self {
      case .heading(let text): .heading(text + " " + line)
      case .paragraph(let text): .paragraph(text + " " + line)
      case .item(let text): .item(text + " " + line)
      }
    }
  }
}
