/// All texts are horizontal.
///
/// A scene cannot turn a text at all, so this looks at the file that scripts draw from.
struct UprightTextRule: LintRule {
  let point = 5
  let name = "upright-text"

  func faults(in book: LintedBook) -> [LintFault] {
    book.files.filter { $0.path.hasSuffix(".html") || $0.path.hasSuffix(".svg") }.flatMap { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      return text.ranges(of: "<text").compactMap { range -> LintFault? in
        let tag = text[range.lowerBound...].prefix { $0 != ">" }
        guard tag.contains("rotate(") || tag.contains("writing-mode") else { return nil }
        return fault(file.path, "a text is turned: \(tag.prefix(60))")
      }
    }
  }
}
