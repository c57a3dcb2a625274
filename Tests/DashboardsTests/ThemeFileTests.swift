import Foundation
import Plots
import Testing

@testable import Dashboards

@Suite("A theme of the user's own")
struct ThemeFileTests {
  private func theme(_ yaml: String) throws -> ThemeFile {
    try ThemeFile(yaml: yaml, name: "acme", file: "acme.theme.yaml")
  }

  private func faults(_ yaml: String) -> [String] {
    do throws(DashboardError) {
      _ = try ThemeFile(yaml: yaml, name: "acme", file: "acme.theme.yaml")
      return []
    } catch {
      return error.errorDescription.split(separator: "\n").map(String.init)
    }
  }

  @Test("changes colors and keeps every name readable")
  func colors() throws {
    let own = try theme(
      "version: 1\npalette: {A: \"#D67E5B\", C: \"#00796B\"}\naccent: \"#8A2BE2\""
    )
    let theme = own.theme
    #expect(theme.segments[0].fill.rgb == 0xD67E5B && theme.segments[2].fill.rgb == 0x00796B)
    #expect(theme.segments[1] == Theme.light.segments[1] && theme.single.rgb == 0x8A2BE2)
    for style in theme.segments {
      #expect(style.text.contrast(to: theme.page) >= 4.49, "\(style.letter)")
      #expect(style.ink.contrast(to: style.fill) >= 4.49, "\(style.letter)")
      #expect(style.fill.name == style.letter)
    }
  }

  @Test("is told all colors nobody can see, with one near that would do")
  func contrast() {
    let found = faults("version: 1\npalette: {A: \"#FFEE00\", Q: \"#000000\", B: \"blue\"}")
    #expect(found.count == 3)
    #expect(found.contains { $0.contains("#FFEE00 has a contrast of 1.2 to the page, 3.0 is") })
    #expect(found.contains { $0.contains("unknown key \"Q\"") })
    #expect(found.contains { $0.contains("\"blue\" is no color") })
    #expect(faults("base: dark\npalette: {A: \"#12161C\"}").count == 2)
    #expect(faults("version: 1\npalette: {A: \"#376DEB\", B: \"#376DEB\"}").count == 1)
  }

  @Test("is found beside its logo, and a missing or foreign logo is an error")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "themes-\(UInt64.random(in: 0 ... .max))"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ logo: String) throws {
      let text = "version: 1\nlogo: \(logo)\n"
      let path = folder.appendingPathComponent("acme.theme.yaml")
      try text.write(to: path, atomically: true, encoding: .utf8)
    }
    func load() throws(DashboardError) -> ThemeFile {
      try TemplateLibrary.theme(named: "acme", folders: [folder.path])
    }
    #expect(throws: DashboardError.noTheme("acme")) { try load() }
    try write("logo.png")
    #expect(throws: DashboardError.self) { try load() }
    var scene = Scene(size: Size(60, 20), background: Color(0x376DEB))
    scene.add(.rectangle(Rect(x: 10, y: 5, width: 20, height: 10), fill: .color(Color(0xD62F7D))))
    let png = try PNGPainter(scale: 1).paint(scene, measure: TextMeasure())
    try Data(png).write(to: folder.appendingPathComponent("logo.png"))
    let logo = try #require(try load().logo(on: Color(0xFFFFFF)))
    #expect(logo.width == 60 && logo.height == 20)
    #expect(Set(logo.palette.map(\.rgb)) == [0x376DEB, 0xD62F7D])
    try write("../logo.png")
    #expect(throws: DashboardError.self) { try load() }
    for (name, bytes, reason) in [
      (
        "logo.svg", Data("<?xml version=\"1.0\"?><svg/>".utf8),
        "SVG drawing; convert it (rsvg-convert"
      ),
      ("logo.jpg", Data([0xFF, 0xD8, 0xFF, 0xE0]), "it is a JPEG picture"),
      ("logo.gif", Data("GIF89a".utf8), "it is no PNG picture"),
      ("large.png", Data(count: 1 << 20 + 1), "it is larger than 1 MB"),
    ] {
      try bytes.write(to: folder.appendingPathComponent(name))
      try write(name)
      do throws(DashboardError) {
        _ = try load()
        Issue.record("\(name) was taken")
      } catch {
        #expect(error.errorDescription.contains(reason), "\(name)")
        #expect(error.errorDescription.contains("Put a PNG picture of at most 1 MB"))
      }
    }
  }

  private func html(_ presentation: Presentation) throws -> String {
    var presentation = presentation
    presentation.formats = [.html]
    let template = try TemplateLibrary.template(named: "executive")
    let report = Sample.all[1].report
    let files = try Dashboard.publication(of: report, using: template, presentation: presentation)
    return String(decoding: try #require(files.first).bytes, as: UTF8.self)
  }

  @Test("opens the HTML file on its ground, which has both; auto leaves the choice to the reader")
  func screens() throws {
    var presentation = Presentation()
    let auto = try html(presentation)
    #expect(auto.contains("<html lang=\"en\"><head>"))
    for look in [Presentation.Look.light, .dark] {
      presentation.theme = look
      let opening = "<html lang=\"en\" data-theme=\"\(look.rawValue)\"><head>"
      #expect(try html(presentation) == auto.replacing("<html lang=\"en\"><head>", with: opening))
    }
  }

  @Test("of a dark ground gives the HTML file its colors for the dark, and leaves paper light")
  func darkColors() throws {
    var presentation = Presentation()
    presentation.ownTheme = try theme("version: 1\nbase: dark\naccent: \"#00FF7F\"")
    let text = try html(presentation)
    #expect(text.contains("data-theme=\"dark\""))
    let parts = text.components(separatedBy: "@media print{")
    #expect(parts.count >= 2 && parts[0].contains("--single:#00ff7f"))
    #expect(!parts[1].prefix(2000).contains("#00ff7f"))
  }
}
