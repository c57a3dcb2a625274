import Plots

/// The files are small enough, and drawing the same report again gives the same bytes.
struct FileRule: LintRule {
  let point = 40
  let name = "file"
  private static let mostBytes = 1_500_000
  private static let mostWithoutRasters = 400_000

  func faults(in book: LintedBook) -> [LintFault] {
    let hasRasters = book.pages.flatMap(\.survey.shapes).contains { $0.kind == .image }
    // A size is asked of a usual report: nineteen pages.
    let longer = max(1, Double(book.pages.count) / 19)
    let most = Double(hasRasters ? Self.mostBytes : Self.mostWithoutRasters) * longer
    let sizes = book.files.compactMap { file -> LintFault? in
      let limit = file.path.hasSuffix(".pdf") ? Int(most) : HTMLBook.mostBytes
      guard file.path.hasSuffix(".pdf") || file.path.hasSuffix(".html"), file.bytes.count > limit
      else { return nil }
      return fault(file.path, "it has \(file.bytes.count) bytes (at most \(limit))")
    }
    return sizes + differing(book)
  }

  private func differing(_ book: LintedBook) -> [LintFault] {
    book.files.compactMap { file in
      guard let again = book.redrawn.first(where: { $0.path == file.path }) else { return nil }
      return again.bytes == file.bytes
        ? nil : fault(file.path, "drawing the report again gives other bytes")
    }
  }
}
