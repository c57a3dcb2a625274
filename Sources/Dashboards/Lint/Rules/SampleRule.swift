import Plots

/// A figure that shows a sample says so.
struct SampleRule: LintRule {
  let point = 33
  let name = "sample"

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.figures.indices.compactMap { index in
        let figure = page.figures[index]
        guard let sample = figure.sample, !page.words(of: index).contains(sample) else {
          return nil
        }
        return fault(page, index, figure.rect, "the sample (“\(sample)”) is not told")
      }
    }
  }
}
