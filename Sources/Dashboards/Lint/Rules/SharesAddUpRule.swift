import Foundation
import Plots

/// The parts of a strip make up a whole, as drawn and as printed.
struct SharesAddUpRule: LintRule {
  let point = 32
  let name = "shares-add-up"

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.survey.charts.flatMap { chart in
        chart.fact.marks.filter { $0.kind == MarkFact.slice }.flatMap { mark in
          Dictionary(grouping: mark.pieces, by: \.scale).sorted { $0.key < $1.key }
            .compactMap { problem($0.value, page) }
            .map { fault(page, chart.figure, $0.rect, $0.words) }
        }
      }
    }
  }

  private func problem(_ pieces: [MarkPiece], _ page: LintedPage) -> (rect: Rect, words: String)? {
    guard let first = pieces.first else { return nil }
    let sum = pieces.map(\.to).reduce(0, +)
    guard (sum - 1).magnitude < 0.005 else {
      return (first.rect, "the parts of a strip make up \((sum * 1000).rounded() / 10)%")
    }
    let printed = pieces.map { piece in percent(in: piece.rect, page) }
    guard printed.count > 1, printed.allSatisfy({ $0 != nil }) else { return nil }
    let total = printed.compactMap(\.self).reduce(0, +)
    // Whole percents may each be half a percent off.
    guard (total - 100).magnitude > max(0.11, 0.5 * Double(printed.count)) else { return nil }
    return (first.rect, "the printed shares of a strip add to \(total)%")
  }

  private func percent(in rect: Rect, _ page: LintedPage) -> Double? {
    let texts = page.survey.texts.filter {
      rect.contains(Point($0.rect.midX, $0.rect.midY)) && $0.text.hasSuffix("%")
    }
    guard let text = texts.first?.text else { return nil }
    let number = text.filter { $0.isNumber || $0 == "." || $0 == "," }
    return Double(number.replacing(",", with: "."))
  }
}
