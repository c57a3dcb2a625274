import Foundation
import Testing

/// Old runs drawn again by the real program.
@Suite("segmentd render", .serialized)
struct RenderTests {
  /// A run as it was configured, and the template it is drawn again with.
  struct Look: Sendable, CustomTestStringConvertible {
    let template: String
    let language: String
    let page: String

    var testDescription: String { "\(template), \(language), \(page)" }

    /// Every template with every language, every template on every paper, every language on every paper.
    static let all: [Look] = {
      let (languages, pages) = (["en", "de", "es"], ["A4", "Letter", "16:9"])
      return ["analyst", "executive", "standard"].enumerated().flatMap { row, template in
        languages.indices.map { place in
          Look(template: template, language: languages[place], page: pages[(row + place) % 3])
        }
      }
    }()

    /// The width of the paper in points.
    var width: String { ["A4": "595", "Letter": "612"][page] ?? "960" }
  }

  @Test("needs neither deliveries nor publications, in any language and paper", arguments: Look.all)
  func fromStateAlone(look: Look) throws {
    let house = try TemporaryHouse()
    let settings = """
      watch: {settle: 100ms}
      datasets: {shop: {selection: {methods: [kmeans], k: 3}}}
      report: {language: \(look.language), page: "\(look.page)", formats: [pdf, html]}

      """
    try house.write(settings, to: house.root.appending(path: "segmentd.yaml"))
    try house.drop(try house.sample("--customers", "120", "--seed", "4"), as: "shop.csv")
    let drained = try house.drain()
    #expect(drained.code == 0, "\(drained.errors)")
    try FileManager.default.removeItem(at: house.outbox)
    try FileManager.default.removeItem(at: house.state.appending(path: "deliveries"))
    let output = house.root.appending(path: "again")
    let folders = ["--state", house.state.path, "--outbox", house.outbox.path]
    let ending = try house.run(
      TemporaryHouse.program,
      ["render", "shop", "--output", output.path, "--template", look.template] + folders
    )
    #expect(ending.code == 0, "\(ending.errors)")
    let pdf = try Data(contentsOf: output.appending(path: "dashboard.pdf"))
    #expect(pdf.starts(with: Data("%PDF".utf8)))
    #expect(pdf.range(of: Data("/MediaBox [ 0 0 \(look.width)".utf8)) != nil)
    let html = try String(contentsOf: output.appending(path: "dashboard.html"), encoding: .utf8)
    #expect(html.contains("<html lang=\"\(look.language)\""))
  }
}
