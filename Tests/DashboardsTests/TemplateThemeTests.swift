import Foundation
import Plots
import Testing

@testable import Dashboards

@Suite("The theme of a template")
struct TemplateThemeTests {
  private static let pages = "pages: [{ id: a, rows: [{ blocks: [{ kpis: }] }] }]"

  private func template(_ theme: String, _ sources: TemplateSources = .house) throws -> Template {
    try Template(
      yaml: "version: 1\n\(theme)\n\(Self.pages)\n",
      file: "a.seg.yaml",
      sources: sources
    )
  }

  private func faults(_ theme: String, _ sources: TemplateSources = .house) -> [String] {
    do throws(DashboardError) {
      let yaml = "version: 1\n\(theme)\n\(Self.pages)\n"
      _ = try Template(yaml: yaml, file: "a.seg.yaml", sources: sources)
      return []
    } catch {
      return error.errorDescription.split(separator: "\n").map(String.init)
    }
  }

  private var acme: TemplateSources {
    var sources = TemplateSources.house
    sources.theme = { name throws(DashboardError) in
      guard name == "acme" else { throw .noTheme(name) }
      return try ThemeFile(
        yaml: "version: 1\npage: Letter\naccent: \"#8A2BE2\"",
        name: name,
        file: "acme.theme.yaml"
      )
    }
    sources.themes = ["acme"]
    return sources
  }

  @Test("is a ground, a theme of the folder, or its own lines")
  func kinds() throws {
    #expect(try template("").theme == nil)
    #expect(try template("theme: dark").theme?.base == .dark)
    #expect(try template("theme: acme", acme).theme?.accent == 0x8A2BE2)
    let own = try #require(
      try template("theme: {base: auto, page: \"16:9\", palette: {A: \"#00796B\"}}").theme
    )
    #expect(own.page == .slide && own.palette == ["A": 0x00796B] && own.base == .auto)
  }

  @Test("decides about ground, colors and paper where nothing else is configured")
  func choice() throws {
    let slides = try template(
      "theme: {base: dark, page: \"16:9\", accent: \"#59DFF8\", fonts: [Inter]}"
    )
    var presentation = Presentation()
    presentation.choose(theme: nil, look: nil, page: nil, from: slides)
    #expect(presentation.look == .dark && presentation.page == .slide)
    #expect(presentation.ownTheme?.accent == 0x59DFF8)
    // A configured ground keeps the fonts, and leaves colors that were chosen for the other ground.
    presentation.choose(theme: nil, look: .light, page: .letter, from: slides)
    #expect(presentation.look == .light && presentation.page == .letter)
    #expect(presentation.ownTheme?.accent == nil && presentation.ownTheme?.fonts == ["Inter"])
    presentation.choose(theme: try acme.theme("acme"), look: nil, page: nil, from: slides)
    #expect(presentation.look == .auto && presentation.page == .letter)
    presentation.choose(theme: nil, look: nil, page: nil, from: try template(""))
    #expect(presentation.look == .auto && presentation.page == .a4)
    #expect(presentation.ownTheme == nil)
  }

  @Test("has all its faults told at once, with their places and what was meant")
  func strict() {
    #expect(
      faults("theme: acmee", acme) == [
        "a.seg.yaml:2:8  theme — there is no theme \"acmee\"; did you mean \"acme\"?"
      ]
    )
    let found = faults(
      "theme: {bse: dark, base: drak, palette: {A: \"#FFEE00\", B: red}, page: A5, logo: logo.svg}"
    )
    let wanted = [
      "theme.bse — unknown key \"bse\"; did you mean \"base\"?",
      "\"drak\" is not one of light, dark, auto; did you mean \"dark\"?",
      "\"A5\" is not one of A4, Letter, 16:9",
      "theme.palette.A — #FFEE00 has a contrast of 1.2 to the page, 3.0 is needed",
      "theme.palette.B — \"red\" is no color",
      "theme.logo — The logo logo.svg cannot be shown: there is no such file.",
    ]
    #expect(found.count == wanted.count)
    for text in wanted { #expect(found.contains { $0.contains(text) }, "\(text)") }
  }

  @Test("of a newer version, or one with faults of its own, is refused where it lies")
  func others() {
    var sources = acme
    sources.theme = { name throws(DashboardError) in
      try ThemeFile(yaml: "version: 3\ncolours: {}", name: name, file: "acme.theme.yaml")
    }
    #expect(
      faults("theme: acme", sources) == [
        "acme.theme.yaml:2:1  colours — unknown key \"colours\"",
        "acme.theme.yaml:1:10  version — version 3 is newer than this segmentd, which reads version 1; "
          + "update it",
      ]
    )
  }

  @Test("lies in the folder of the template with its logo, and stands on every page")
  func folder() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "template-theme-\(UInt64.random(in: 0 ... .max))"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    var scene = Scene(size: Size(60, 20), background: Color(0x376DEB))
    scene.add(.rectangle(Rect(x: 10, y: 5, width: 20, height: 10), fill: .color(Color(0xD62F7D))))
    let png = try PNGPainter(scale: 1).paint(scene, measure: TextMeasure())
    try Data(png).write(to: folder.appendingPathComponent("logo.png"))
    try write("version: 1\ntheme: {logo: logo.png}\n\(Self.pages)\n", "own.seg.yaml")
    try write("version: 1\nlogo: logo.png\n", "acme.theme.yaml")
    try write("version: 1\ntheme: acme\n\(Self.pages)\n", "named.seg.yaml")
    for name in ["own", "named"] {
      let template = try TemplateLibrary.template(named: name, folders: [folder.path])
      var presentation = Presentation()
      presentation.choose(theme: nil, look: nil, page: nil, from: template)
      let dashboard = try Dashboard(
        of: Sample.all[1].report,
        using: template,
        presentation: presentation
      )
      let images = dashboard.pages.map { page in
        page.scene.items.count { if case .image = $0 { true } else { false } }
      }
      #expect(images.allSatisfy { $0 >= 1 }, "\(name)")
    }
  }
}
