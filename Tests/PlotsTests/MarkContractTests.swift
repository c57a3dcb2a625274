import Foundation
import Testing

@testable import Plots

@Suite("Every mark")
struct MarkContractTests {
  static let size = Size(249, 300)

  @Test(
    "stays inside of its picture and keeps its texts apart",
    arguments: MarkContract.all,
    MarkCase.all
  )
  func layout(contract: MarkContract, input: MarkCase) {
    let measure = TextMeasure()
    let scene = contract.plot(input).scene(size: Self.size, style: PlotStyle(measure: measure))
    for box in scene.textBoxes(measure) {
      #expect(!box.isClipped, "“\(box.text)” at \(box.rect) leaves \(box.limit)")
      #expect(box.style.size >= 7 || box.text.count <= 3, "“\(box.text)” is \(box.style.size) pt")
      #expect(box.contrast >= 4.49, "“\(box.text)” has contrast \(box.contrast)")
    }
    for (one, other) in scene.overlappingTexts(measure) {
      Issue.record("“\(one.text)” lies on “\(other.text)”: \(one.rect), \(other.rect)")
    }
  }

  @Test("has a line in the contract list")
  func complete() throws {
    let marks = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Plots/Marks").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: marks.path)
    let names = files.filter { $0.hasSuffix("Mark.swift") }.map { $0.dropLast(6) }
    #expect(names.count > 10)
    for name in names {
      #expect(MarkContract.all.contains { $0.name.contains(name) }, "\(name) is not listed")
    }
  }

  @Test("is painted in all formats", arguments: MarkContract.all, MarkCase.all)
  func formats(contract: MarkContract, input: MarkCase) throws {
    let measure = TextMeasure()
    let scene = contract.plot(input).scene(
      size: Self.size,
      style: PlotStyle(theme: .dark, measure: measure)
    )
    let pdf = try PDFPainter(PDFDocument(title: input.title)).paint(
      [PDFPage(scene: scene, name: "p")],
      measure: measure
    )
    #expect(pdf.starts(with: Array("%PDF-".utf8)))
    let png = try PNGPainter(scale: 1).paint(scene, measure: measure)
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let svg = try SVGPainter(idPrefix: "c", title: input.title).paint(scene, measure: measure)
    #expect(XMLCheck.problem(in: svg) == nil)
    #expect(!svg.contains("<script"))
    #expect(!svg.contains("style="))
  }

  @Test("is the same scene when drawn twice", arguments: MarkContract.all)
  func repeatable(contract: MarkContract) {
    let input = MarkCase.all[4]
    let one = contract.plot(input).scene(size: Self.size, style: PlotStyle(measure: TextMeasure()))
    let two = contract.plot(input).scene(size: Self.size, style: PlotStyle(measure: TextMeasure()))
    #expect(one == two)
  }

  @Test("says so in words when there is nothing to draw", arguments: MarkContract.all)
  func empty(contract: MarkContract) {
    let measure = TextMeasure()
    let scene = contract.plot(MarkCase.all[0]).scene(
      size: Self.size,
      style: PlotStyle(measure: measure)
    )
    #expect(scene.textBoxes(measure).contains { $0.text == "No data" })
  }
}
