import Foundation
import Yams

extension Template {
  /// Reads a template; on any fault throws all of them at once.
  ///
  /// - Parameter sources: Finds what it takes from beside its file; without it, templates of the house.
  package init(
    yaml: String,
    file: String,
    sources: TemplateSources = .house
  ) throws(DashboardError) {
    var reader = TemplateReader(file: file, sources: sources)
    let node = try Self.compose(yaml, file: file)
    let template = node.map { reader.template(YAMLPlace(node: $0, path: "")) }
    guard reader.faults.isEmpty, let template else {
      let empty = TemplateFault(
        file: file,
        line: 1,
        column: 1,
        path: "",
        problem: "the template is empty",
        suggestion: nil
      )
      throw .template(reader.faults.isEmpty ? [empty] : reader.faults)
    }
    self = template
  }

  private static func compose(_ yaml: String, file: String) throws(DashboardError) -> Node? {
    do {
      return try Yams.compose(yaml: yaml)
    } catch {
      throw .template([fault(of: error, file: file)])
    }
  }

  /// What the YAML parser complains about, as one of our faults.
  static func fault(of error: any Error, file: String) -> TemplateFault {
    var (line, column, problem) = (1, 1, "this is not YAML")
    switch error as? YamlError {
    case .scanner(_, let words, let mark, _), .parser(_, let words, let mark, _),
      .composer(_, let words, let mark, _):
      (line, column, problem) = (mark.line, mark.column, words)
    case .duplicatedKeysInMapping(let keys, let context):
      (line, column) = (context.mark.line, context.mark.column)
      let names = keys.map { "\"\($0)\"" }.joined(separator: ", ")
      problem = "the key \(names) stands here twice"
    default: break
    }
    return TemplateFault(
      file: file,
      line: line,
      column: column,
      path: "",
      problem: problem,
      suggestion: nil
    )
  }
}

extension TemplateReader {
  mutating func template(_ place: YAMLPlace) -> Template {
    var name = "template"
    var pages: [TemplatePage]?
    var theme: ThemeFile?
    let members = members(place, known: ["version", "name", "theme", "pages"])
    version(members.first { $0.key == "version" }?.place, of: place)
    for (key, value) in members {
      switch key {
      case "name": name = text(value) ?? name
      case "theme": theme = self.theme(value)
      case "pages": pages = elements(value).flatMap { somePages(at: $0) }
      default: break
      }
    }
    if pages?.isEmpty ?? true, faults.isEmpty { note(place, "\"pages\" is missing or empty") }
    noteDoubles(in: pages ?? [], place)
    return Template(name: name, pages: pages ?? [], theme: theme)
  }

  private mutating func noteDoubles(in pages: [TemplatePage], _ place: YAMLPlace) {
    var taken: Set<String> = []
    for page in pages where !taken.insert(page.id).inserted {
      note(place, "two pages have the id \"\(page.id)\"")
    }
  }

  /// A page, or those of another template.
  private mutating func somePages(at place: YAMLPlace) -> [TemplatePage] {
    guard let mapping = place.node.mapping, mapping["include"] != nil else {
      return page(place).map { [$0] } ?? []
    }
    var (pages, wanted) = ([TemplatePage](), [YAMLPlace]?.none)
    for (key, value) in members(place, known: ["include", "pages"]) {
      if key == "include" { pages = included(value) } else { wanted = elements(value) }
    }
    guard let wanted, !pages.isEmpty else { return pages }
    let known = pages.map(\.id)
    let names = wanted.compactMap { word($0, among: known) }
    return names.compactMap { name in pages.first { $0.id == name } }
  }

  private mutating func included(_ place: YAMLPlace) -> [TemplatePage] {
    guard let name = text(place) else { return [] }
    do throws(DashboardError) {
      return try sources.template(name).pages
    } catch {
      note(place, "the template \"\(name)\" cannot be included: \(error.errorDescription)")
      return []
    }
  }

  private mutating func page(_ place: YAMLPlace) -> TemplatePage? {
    var (id, section): (String?, String?)
    var title: AuthoredText?
    var condition: Condition?
    var isSingle = false
    var rows: [TemplateRow] = []
    var isRepeated = false
    let known = ["id", "section", "title", "when", "sheets", "repeat", "rows"]
    for (key, value) in members(place, known: known) {
      switch key {
      case "id": id = text(value)
      case "section": section = word(value, among: Self.sections)
      case "title": title = authored(value)
      case "sheets": isSingle = number(value, 1...1) == 1
      case "repeat":
        isRepeated = word(value, among: [TemplateRow.Each.segments.rawValue]) != nil
      case "when": condition = self.condition(value)
      default: rows = elements(value).compactMap { row($0) }
      }
    }
    guard let id else {
      if place.node.mapping != nil { note(place, "the page has no \"id\"") }
      return nil
    }
    if rows.isEmpty { note(place, "the page \"\(id)\" has no rows") }
    noteStrayEach(title, rows, isRepeated: isRepeated, place)
    if isRepeated, rows.contains(where: { $0.each == .segments }) {
      note(place, "a page that is repeated for each segment has no row that is")
    }
    return TemplatePage(
      id: id,
      section: section ?? "summary",
      title: title,
      condition: condition,
      isSingle: isSingle,
      isRepeated: isRepeated,
      rows: rows
    )
  }

  /// Only what is repeated for each segment can speak of it.
  private mutating func noteStrayEach(
    _ title: AuthoredText?,
    _ rows: [TemplateRow],
    isRepeated: Bool,
    _ place: YAMLPlace
  ) {
    guard !isRepeated else { return }
    let once = rows.filter { $0.each != .segments }.flatMap(\.blocks)
    guard once.contains(where: \.speaksOfEach) || title?.speaksOfEach == true else { return }
    note(place, "\"seg.each\" stands where nothing is repeated for each segment")
  }

  /// The parts of a dashboard that have words for the running header.
  private static let sections = Words.english.texts.keys
    .filter { $0.hasPrefix("section.") }
    .map { String($0.dropFirst("section.".count)) }.sorted()

  private mutating func condition(_ place: YAMLPlace) -> Condition? {
    guard let text = text(place) else { return nil }
    do throws(ConditionParser.Problem) {
      return try ConditionParser.parse(text)
    } catch {
      note(place, error.words, error.suggestion)
      return nil
    }
  }
}
