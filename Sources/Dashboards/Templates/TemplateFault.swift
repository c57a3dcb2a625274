/// One thing wrong in a template, with its place.
package struct TemplateFault: Sendable, Equatable, CustomStringConvertible {
  /// The file's name.
  package let file: String
  /// From 1.
  package let line: Int
  /// From 1.
  package let column: Int
  /// The way to it, such as `pages[2].rows[0].blocks[1].histgram`.
  package let path: String
  /// What is wrong.
  package let problem: String
  /// The nearest word that would have been right.
  package let suggestion: String?

  /// The fault as one line for a person.
  ///
  /// `standard.seg.yaml:31:20  pages[2] — unknown key "titel"; did you mean "title"?`
  package var description: String {
    let hint = suggestion.map { "; did you mean \"\($0)\"?" } ?? ""
    let way = path.isEmpty ? "" : path + " — "
    return "\(file):\(line):\(column)  \(way)\(problem)\(hint)"
  }
}
