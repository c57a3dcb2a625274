import Plots
import Segments
import Testing

@testable import Dashboards

/// Every panel, by its name in the catalogue.
private let panelNames = PanelCatalogue.names

@Suite("Every panel")
struct PanelContractTests {
  private func reading(_ report: SegmentReport) throws -> Reading {
    try Dashboard.reading(of: report, Presentation())
  }

  private func subjects(_ reading: Reading, width: Double) -> [Subject] {
    var subjects = [Subject(width: width, text: "Words of an author.")]
    subjects += reading.measures.prefix(4).map { Subject(width: width, measures: [$0]) }
    subjects += reading.segments.prefix(2).map { Subject(width: width, segments: [$0]) }
    return subjects
  }

  @Test("draws the same picture twice, inside its width, or says why not", arguments: panelNames)
  func contract(name: String) throws {
    let panel = try #require(PanelCatalogue.panel(named: name))
    for sample in Sample.all {
      let reading = try reading(sample.report)
      for subject in subjects(reading, width: 510) {
        switch (panel.outcome(of: reading, for: subject), panel.outcome(of: reading, for: subject))
        {
        case (.picture(let one), .picture(let other)):
          #expect(one.plot == other.plot)
          #expect(one.plot.size.width <= 510.01)
          check(one, name, sample, reading)
        case (.absent(let reason), .absent(let other)):
          #expect(reason == other && (reason.isEmpty || reason.hasSuffix(".")))
        default: Issue.record("\(name) is drawn only sometimes: \(sample.testDescription)")
        }
      }
    }
  }

  @Test("does not tell what fewer customers than the smallest group have brought")
  func fewArrivals() throws {
    var report = Sample.all[3].report
    report.migration?.people.new.customers = 3
    report.migration?.people.new.value = 849
    report.migration?.people.returned.customers = 5
    report.migration?.people.returned.value = 851
    let reading = try reading(report)
    let outcome = ArrivalsPanel().outcome(of: reading, for: Subject(width: 510))
    guard case .picture(let picture) = outcome else {
      Issue.record("arrivals are drawn from the second run on")
      return
    }
    let notes = picture.notes.joined(separator: " ")
    #expect(!notes.contains("849") && notes.contains("851"), "\(notes)")
  }

  @Test("that can be higher is drawn as high as asked for", arguments: panelNames)
  func height(name: String) throws {
    let panel = try #require(PanelCatalogue.panel(named: name))
    for sample in [Sample.all[2], Sample.all[3], Sample.all[11]] {
      let reading = try reading(sample.report)
      let width = name == SegmentCardPanel.id ? 249.0 : 510
      for var subject in subjects(reading, width: width) {
        guard case .picture(let usual) = panel.outcome(of: reading, for: subject),
          let tallest = usual.tallest
        else { continue }
        let least = usual.plot.size.height
        #expect(tallest >= least - 0.01, "\(name), \(sample.testDescription)")
        for wanted in [least * 0.5, (least + tallest) / 2, tallest, tallest + 300] {
          subject.wanted = wanted
          guard case .picture(let drawn) = panel.outcome(of: reading, for: subject) else {
            Issue.record("\(name) vanishes when it is higher")
            continue
          }
          let expected = min(max(wanted, least), max(least, tallest))
          #expect(
            abs(drawn.plot.size.height - expected) <= 1,
            "\(name), \(sample.testDescription): \(drawn.plot.size.height) for \(wanted)"
          )
          check(drawn, name, sample, reading)
        }
      }
    }
  }

  private func check(_ picture: Picture, _ name: String, _ sample: Sample, _ reading: Reading) {
    let measure = reading.style.measure
    let bounds = picture.plot.bounds
    for box in picture.plot.textBoxes(measure) {
      #expect(
        bounds.contains(box.rect, tolerance: 1.5),
        "\(name), \(sample.testDescription): “\(box.text)” leaves the picture"
      )
    }
    for (one, other) in picture.plot.overlappingTexts(measure) {
      Issue.record("\(name), \(sample.testDescription): “\(one.text)” over “\(other.text)”")
    }
    for row in picture.table?.rows ?? [] {
      #expect(row.count <= picture.table?.header.count ?? 0, "\(name): a row is too long")
    }
  }

  @Test("has a name of its own")
  func names() {
    #expect(Set(PanelCatalogue.names).count == PanelCatalogue.all.count)
  }
}
