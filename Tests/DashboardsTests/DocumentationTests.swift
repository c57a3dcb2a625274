import Plots
import Segments
import Testing

@testable import Dashboards

/// The examples of the documentation, word for word.
@Suite("Documentation")
struct DocumentationTests {
  /// How many measures there are.
  struct MeasureCountPanel: Panel {
    static let id = "measure_count"

    func outcome(of reading: Reading, for subject: Subject) -> Outcome {
      guard !reading.measures.isEmpty else { return .absent("No numeric measure was found.") }
      var drawing = Drawing(width: subject.width, style: reading.style)
      let count = reading.format.integer(reading.measures.count)
      drawing.text(count, 0, 18, Lettering(.kpiSmall).within(subject.width))
      var picture = Picture(plot: drawing.scene(height: 22))
      picture.table = DataTable(["Measures"], [[count]])
      return .picture(picture)
    }
  }

  @Test("shows a publication that can be made")
  func frontPage() throws {
    let report = Sample.all[0].report
    var presentation = Presentation()
    presentation.currency = "GBP"
    let template = try TemplateLibrary.template(named: presentation.template)
    let files = try Dashboard.publication(
      of: report,
      using: template,
      presentation: presentation
    )
    #expect(files.first?.path == "dashboard.pdf")
  }

  @Test("shows a panel that can be drawn")
  func addingAPanel() throws {
    let reading = try Dashboard.reading(of: Sample.all[1].report, Presentation())
    let outcome = MeasureCountPanel().outcome(of: reading, for: Subject(width: 100))
    guard case .picture(let picture) = outcome else {
      Issue.record("nothing was drawn")
      return
    }
    #expect(picture.table?.rows == [["6"]])
  }
}
