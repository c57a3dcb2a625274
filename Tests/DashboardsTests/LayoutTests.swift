import Foundation
import Plots
import Segments
import Testing

@testable import Dashboards

@Suite("Every page")
struct LayoutTests {
  private func dashboard(_ sample: Sample) throws -> Dashboard {
    var presentation = Presentation()
    presentation.runName = "000042-2026-11-21-3fa9c1d2"
    presentation.sources = ["a-file-with-a-rather-long-name-2026-11-21.csv", "b.csv"]
    return try Dashboard(
      of: sample.report,
      using: try TemplateLibrary.standard(),
      presentation: presentation
    )
  }

  @Test("has no text over another, none cut off and none too small", arguments: Sample.all)
  func texts(sample: Sample) throws {
    let dashboard = try dashboard(sample)
    let measure = dashboard.reading.style.measure
    for (index, page) in dashboard.pages.enumerated() {
      let place = "page \(index + 1), \(dashboard.sheets[index].id)"
      for (one, other) in page.scene.overlappingTexts(measure) {
        Issue.record("\(place): “\(one.text)” \(one.rect) lies over “\(other.text)” \(other.rect)")
      }
      for box in page.scene.textBoxes(measure) {
        #expect(!box.isClipped, "\(place): “\(box.text)” is cut off at \(box.rect)")
        #expect(box.style.size >= 7, "\(place): “\(box.text)” is smaller than 7 pt")
        #expect(box.contrast >= 3, "\(place): “\(box.text)” has a contrast of \(box.contrast)")
        #expect(
          !box.text.contains("{") && !box.text.contains("nan") && !box.text.contains("inf "),
          "\(place): “\(box.text)”"
        )
      }
    }
  }

  @Test("keeps its blocks between the margins and above the footer", arguments: Sample.all)
  func blocks(sample: Sample) throws {
    let dashboard = try dashboard(sample)
    let geometry = dashboard.geometry
    let body = Rect(
      x: geometry.margin,
      y: geometry.bodyTop,
      width: geometry.width,
      height: geometry.bodyBottom - geometry.bodyTop
    )
    for sheet in dashboard.sheets {
      for block in sheet.blocks {
        #expect(
          body.contains(block.rect, tolerance: 1),
          "\(sheet.id): “\(block.picture.title)” at \(block.rect)"
        )
      }
    }
  }

  @Test("of the executive template is one sheet without text over text", arguments: Sample.all)
  func executive(sample: Sample) throws {
    let dashboard = try Dashboard(
      of: sample.report,
      using: try TemplateLibrary.template(named: "executive"),
      presentation: Presentation()
    )
    let page = try #require(dashboard.pages.first)
    #expect(dashboard.pages.count == 1)
    #expect(page.scene.overlappingTexts(dashboard.reading.style.measure).isEmpty)
  }

  @Test(
    "of any paper and ground keeps its blocks apart, whole and readable",
    arguments: [Presentation.Page.letter, .slide],
    [Sample.all[3], Sample.all[12]]
  )
  func papers(page: Presentation.Page, sample: Sample) throws {
    var presentation = Presentation()
    presentation.page = page
    presentation.theme = sample.testDescription == "many measures" ? .dark : .light
    let dashboard = try Dashboard(
      of: sample.report,
      using: try TemplateLibrary.standard(),
      presentation: presentation
    )
    let (geometry, measure) = (dashboard.geometry, dashboard.reading.style.measure)
    for (index, scene) in dashboard.pages.map(\.scene).enumerated() {
      let place = "page \(index + 1), \(dashboard.sheets[index].id)"
      let survey = scene.survey(measure)
      for (one, other) in survey.overlappingTexts {
        Issue.record("\(place): “\(one.text)” lies over “\(other.text)”")
      }
      for text in survey.texts {
        #expect(!text.isClipped, "\(place): “\(text.text)” is cut off")
        #expect(text.contrast >= 3, "\(place): “\(text.text)” has a contrast of \(text.contrast)")
      }
      for block in dashboard.sheets[index].blocks {
        #expect(
          block.rect.maxY <= geometry.bodyBottom + 1
            && block.rect.maxX <= geometry.margin + geometry.width + 1,
          "\(place): “\(block.picture.title)” at \(block.rect)"
        )
      }
    }
  }
}
