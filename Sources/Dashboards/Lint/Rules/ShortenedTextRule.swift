import Plots

/// A shortened text stands for one whole text only, and that can be read elsewhere.
struct ShortenedTextRule: LintRule {
  let point = 6
  let name = "shortened-text"

  func faults(in book: LintedBook) -> [LintFault] {
    let cells = book.pages.flatMap(\.figures).flatMap(\.cells).joined(separator: "\n")
    let readable = book.readable + cells.filter { !$0.isWhitespace }
    var wholes: [String: String] = [:]
    var faults: [LintFault] = []
    for page in book.pages {
      for box in page.survey.texts where box.isEllipsized {
        // The letter of a segment before its name tells shortened names apart.
        let label = letter(before: box, page) + box.text
        let known = wholes[label]
        wholes[label] = known ?? box.whole
        if let known, known != box.whole {
          let words = "“\(box.text)” stands for “\(known)” and for “\(box.whole)”"
          faults.append(fault(page, box.figure, box.rect, words))
        } else if !readable.contains(box.whole.filter { !$0.isWhitespace }) {
          let words = "“\(box.text)” is shortened and nowhere to be read in full"
          faults.append(fault(page, box.figure, box.rect, words))
        }
      }
    }
    return faults
  }

  private func letter(before box: TextBox, _ page: LintedPage) -> String {
    let room = Rect(x: box.rect.minX - 16, y: box.rect.minY, width: 15, height: box.rect.height)
    return page.survey.texts.last {
      $0.figure == box.figure && $0.text.count < 3 && room.overlaps($0.rect)
    }?.text ?? ""
  }
}
