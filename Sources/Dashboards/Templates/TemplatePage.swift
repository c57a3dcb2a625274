/// One page of a template.
struct TemplatePage: Sendable, Equatable {
  let id: String
  /// The part of the dashboard it belongs to; words are found under `section.<name>`.
  let section: String
  /// The message; nil lets the page write its own.
  let title: AuthoredText?
  /// When the page is shown; nil for always.
  let condition: Condition?
  /// Whether rows before the last are left out on paper until the page fits on one sheet.
  let isSingle: Bool
  /// Whether there is one such page for each segment.
  var isRepeated = false
  let rows: [TemplateRow]

  /// The texts of its author, each with the segment it is about where it is repeated.
  func texts(for reading: Reading) -> [(AuthoredText, Portrait?)] {
    let pages: [Portrait?] = isRepeated ? reading.shown : [nil]
    return pages.flatMap { page in
      (title.map { [($0, page)] } ?? [])
        + rows.flatMap { row in
          let segments: [Portrait?] = row.each == .segments ? row.segments(of: reading) : [page]
          return segments.flatMap { each in row.blocks.flatMap(\.texts).map { ($0, each) } }
        }
    }
  }
}
