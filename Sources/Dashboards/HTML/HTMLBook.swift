import Foundation
import Plots

/// Writes the dashboard as one HTML file that needs no network.
///
/// All pages stand in it as they are printed, readable without scripts. The scripts add an explorer
/// drawn from the numbers of the report; they are ours, and the policy at the top names them by their hash.
struct HTMLBook {
  let dashboard: Dashboard

  private var reading: Reading { dashboard.reading }
  private var words: Words { reading.words }

  /// No file is larger (CHARTS 5.2), whatever the report holds.
  static let mostBytes = 2_000_000

  /// What may be taken by the pages, so that room is left for the data of the scripts.
  private static let mostStaticBytes = 1_400_000

  /// The whole file.
  func text() throws(PlotError) -> String {
    var text = head + "<body><a class=\"skip\" href=\"#main\">"
    text += XML.escaped(words("html.skip")) + "</a>" + SegmentPatterns.definitions
    text += "<header class=\"bar\"><div>"
    text += logo + HTML.element("h1", DashboardTitle.text(of: reading))
    text += HTML.element("p", HTML.together(reading.scope), " class=\"scope\"") + "</div></header>"
    text += "<div class=\"book\">" + contents + "<main id=\"main\">"
    text += try chapters() + footer + "</main></div>" + Glossary(words: words).definitions
    let end = "</script><script>\(Script.text)</script></body></html>\n"
    text += "<script type=\"application/json\" id=\"data\">"
    let room = Self.mostBytes - text.utf8.count - end.utf8.count
    return text + ExplorerBuilder(reading: reading).json(limit: room) + end
  }

  /// The logo of the theme as it lies beside it; decoration, so it has no words.
  private var logo: String {
    guard let picture = reading.presentation.ownTheme?.picture, !picture.isEmpty else { return "" }
    let data = Base64.text(picture)
    return "<img class=\"logo\" alt=\"\" src=\"data:image/png;base64,\(data)\">"
  }

  private func chapters() throws(PlotError) -> String {
    var pieces: [Piece] = []
    var number = 0
    let glossary = Glossary(words: words)
    for chapter in onScreen {
      var told: Set<String> = []
      var text = "<section id=\"\(SafeText.identifier(chapter.id))\">"
      text += HTML.element("p", words("section." + chapter.section), " class=\"part\"")
      text += HTML.element("h2", chapter.title) + key(of: chapter)
      pieces.append(Piece(text))
      for row in chapter.rows {
        pieces.append(Piece("<div class=\"row\">"))
        for (columns, picture) in row {
          number += 1
          var around = surroundings(of: picture, glossary, told: &told)
          around.columns = columns
          pieces.append(try figure(picture, around, number: number))
        }
        pieces.append(Piece("</div>"))
      }
      pieces.append(Piece("</section>"))
    }
    return Piece.joined(pieces, limit: Self.mostStaticBytes)
  }

  /// The chapters, without those that only paper needs.
  private var onScreen: [Chapter] {
    dashboard.chapters.filter { chapter in
      chapter.rows.contains { row in
        row.contains { block in
          if case .paperOnly = block.picture.onScreen { return false }
          return true
        }
      }
    }
  }

  private var head: String {
    let title = XML.escaped(DashboardTitle.text(of: reading))
    let style = Stylesheet.text(light: reading.style.theme, dark: dashboard.screen.dark)
    let opens = dashboard.screen.opens.map { " data-theme=\"\($0.rawValue)\"" } ?? ""
    // First of all: a policy that comes later does not count for what stood before it.
    return """
      <!doctype html>
      <html lang="\(XML.escaped(words.language))"\(opens)><head>\
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      script-src '\(Script.hash)'; style-src '\(ContentHash.text(of: style))'; img-src data:; \
      font-src data:; base-uri 'none'; form-action 'none'">
      <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title><style>\(style)</style></head>

      """
  }

  /// Links to all pages, part by part; a part of one page needs no heading beside the page's name.
  private var contents: String {
    var parts: [[Chapter]] = []
    for chapter in onScreen {
      if parts.last?.first?.section == chapter.section {
        parts[parts.count - 1].append(chapter)
      } else {
        parts.append([chapter])
      }
    }
    let lists = parts.map { part in
      let isLone = part.count == 1
      let heading = isLone ? "" : HTML.element("h2", words("section." + part[0].section))
      return heading + "<ol>" + part.map(link).joined() + "</ol>"
    }
    return "<nav aria-label=\"\(XML.escaped(words("html.contents")))\">\(lists.joined())</nav>"
  }

  private func link(to chapter: Chapter) -> String {
    let name = words.find("page." + chapter.id) ?? chapter.title
    let place = SafeText.identifier(chapter.id)
    return "<li><a href=\"#\(place)\">\(XML.escaped(name))</a></li>"
  }

  /// What stands above and below a figure.
  private struct Surroundings {
    var columns = 12
    var caption = ""
    var notes = ""
  }

  /// Who the letters are that pictures of a chapter name segments by, and how the pictures are read.
  private func key(of chapter: Chapter) -> String {
    let pictures = chapter.rows.flatMap { $0.map(\.picture) }
    var parts = pictures.map(\.guide).reduce(into: [String]()) {
      if !$1.isEmpty, !$0.contains($1) { $0.append($1) }
    }
    if pictures.contains(where: \.needsKey) {
      let names = reading.segments.map { $0.letter + " " + $0.name }
      parts.insert(names.joined(separator: " · "), at: 0)
    }
    return parts.map { HTML.element("p", $0, " class=\"desc\"") }.joined()
  }

  private func surroundings(
    of picture: Picture,
    _ glossary: Glossary,
    told: inout Set<String>
  ) -> Surroundings {
    var around = Surroundings()
    if !picture.title.isEmpty || !picture.descriptor.isEmpty {
      around.caption = "<figcaption>"
      if !picture.title.isEmpty { around.caption += HTML.element("h3", picture.title) }
      if !picture.descriptor.isEmpty {
        let text = glossary.marked(HTML.together(picture.descriptor), told: &told)
        around.caption += "<p class=\"desc\">\(text)</p>"
      }
      around.caption += "</figcaption>"
    }
    for note in picture.notes {
      around.notes += "<p class=\"note\">\(glossary.marked(note, told: &told))</p>"
    }
    return around
  }

  private func figure(
    _ picture: Picture,
    _ around: Surroundings,
    number: Int
  ) throws(PlotError) -> Piece {
    var text = "<figure class=\"c\(around.columns)\">" + around.caption
    let end = around.notes + "</figure>"
    switch picture.onScreen {
    case .prose(let paragraphs):
      text += "<div class=\"prose\">"
      text += paragraphs.map { HTML.element("p", $0) }.joined() + "</div>"
    case .findings(let sentences):
      text += "<div class=\"prose\">" + sentences.map(finding).joined() + "</div>"
    case .table: text += table(picture)
    case .tiles: text += tiles(picture)
    case .paperOnly: break
    case .drawing:
      let whole = text + (try drawing(picture, number: number)) + end
      guard let numbers = picture.table, !numbers.rows.isEmpty else { return Piece(whole) }
      let note = HTML.element("p", words("html.as-table"), " class=\"note\"")
      return Piece(whole, shorter: text + table(picture) + note + end)
    }
    return Piece(text + end)
  }

  /// A sentence; a reader who doubts it opens the numbers behind it, without scripts too.
  private func finding(_ sentence: Sentences.Sentence) -> String {
    guard !sentence.inputs.isEmpty else { return HTML.element("p", sentence.text) }
    let inputs = sentence.inputs.map { input in
      "<div>" + HTML.element("dt", input.name) + HTML.element("dd", input.text) + "</div>"
    }
    return "<details class=\"finding\">" + HTML.element("summary", sentence.text)
      + "<dl>\(inputs.joined())</dl></details>"
  }

  private func tiles(_ picture: Picture) -> String {
    let rows = picture.table?.rows ?? []
    let tiles = rows.filter { $0.count > 2 }.map { row in
      "<div class=\"kpi\">" + HTML.element("dt", row[0])
        + "<dd>" + HTML.element("strong", row[1]) + HTML.element("span", row[2]) + "</dd></div>"
    }
    return "<dl class=\"kpis\">" + tiles.joined() + "</dl>"
  }

  private func drawing(_ picture: Picture, number: Int) throws(PlotError) -> String {
    let title = picture.title.isEmpty ? words("html.figure", ["n": "\(number)"]) : picture.title
    let painter = SVGPainter(
      idPrefix: "c\(number)",
      title: title,
      summary: picture.summary.isEmpty ? picture.descriptor : picture.summary
    )
    let svg = try painter.paint(picture.plot, measure: reading.style.measure)
    // Pictures made of dots have the ground of paper in any theme.
    let isPaper = picture.plot.items.contains(where: Self.isImage)
    var text = "<div class=\"draw\(isPaper ? " paper" : "")\">\(svg)</div>"
    if let table = picture.table, !table.rows.isEmpty {
      text += "<details>" + HTML.element("summary", words("html.data"))
      text += "<div class=\"scroll\">" + TableWriter.text(table) + "</div></details>"
    }
    return text
  }

  private static func isImage(_ item: SceneItem) -> Bool {
    switch item {
    case .image: true
    case .group(let group): group.items.contains(where: isImage)
    case .path, .rectangle, .circle, .dots, .text, .link, .destination: false
    }
  }

  private func table(_ picture: Picture) -> String {
    guard let table = picture.table else { return "" }
    return "<div class=\"scroll\">" + TableWriter.text(table) + "</div>"
  }

  private var footer: String {
    let painter = SheetPainter(geometry: dashboard.geometry, reading: reading)
    return HTML.element("footer", painter.footerText)
  }
}
