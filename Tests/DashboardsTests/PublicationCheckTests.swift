import Plots
import Testing

@testable import Dashboards

@Suite("Before publishing")
struct PublicationCheckTests {
  private func dashboard() throws -> Dashboard {
    var presentation = Presentation()
    presentation.formats = [.pdf, .html]
    return try Dashboard(
      of: Sample.all[1].report,
      using: try TemplateLibrary.standard(),
      presentation: presentation
    )
  }

  private func problems(_ dashboard: Dashboard, _ files: [Artifact]) -> [String] {
    PublicationCheck(dashboard).faults(in: files).map(\.text)
  }

  @Test("a sound dashboard passes")
  func sound() throws {
    let dashboard = try dashboard()
    let files = try dashboard.files()
    #expect(problems(dashboard, files).isEmpty)
  }

  @Test("a blank page, an empty figure, a lost one and one beside the page are found")
  func pages() throws {
    var dashboard = try dashboard()
    let files = try dashboard.files()
    let whole = dashboard.sheets
    dashboard.sheets[2].blocks = []
    #expect(problems(dashboard, files).contains("the page is blank"))
    dashboard.sheets = whole
    dashboard.sheets[2].blocks.removeLast()
    #expect(problems(dashboard, files).contains { $0.hasSuffix("figures are drawn") })
    dashboard.sheets = whole
    dashboard.sheets[2].blocks[0].corner = Point(400, 100)
    #expect(problems(dashboard, files).contains("the figure leaves the page"))
    dashboard.sheets = whole
    let block = dashboard.sheets[2].blocks[0]
    dashboard.sheets[2].blocks[0] = PlacedBlock(
      picture: block.picture,
      columns: block.columns,
      scene: Scene(size: block.scene.size),
      corner: block.corner
    )
    #expect(problems(dashboard, files) == ["the figure is empty"])
    dashboard.sheets = []
    #expect(problems(dashboard, files).contains("it has no pages"))
  }

  @Test("a missing or broken file is found")
  func files() throws {
    let dashboard = try dashboard()
    let files = try dashboard.files()
    #expect(problems(dashboard, []).count == 2)
    let cut = files.map { Artifact(path: $0.path, bytes: Array($0.bytes.dropLast(20))) }
    #expect(problems(dashboard, cut) == ["it is missing or not whole"])
  }
}
