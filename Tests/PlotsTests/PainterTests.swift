import Testing

@testable import Plots

@Suite("Painters")
struct PainterTests {
  let measure = TextMeasure()

  private var scene: Scene {
    var scene = Scene(size: Size(200, 100), background: Color(0xFFFFFF))
    let style = PlotStyle(measure: measure)
    scene.group(role: .heading(1)) {
      $0.text("Ärger & <b> (brackets)", at: Point(10, 20), style: style.type[.h2], color: Color(0))
    }
    scene.group(role: .figure, title: "“Figure”", summary: "it's") { scene in
      scene.add(.rectangle(Rect(x: 10, y: 30, width: 40, height: 20), fill: Theme.light.noise.area))
      scene.add(.dots([Point(70, 40), Point(75.04, 41)], diameter: 2, color: Color(0xFF0000)))
    }
    scene.group(role: .figure) { _ in }
    scene.add(.link(Rect(x: 10, y: 30, width: 40, height: 20), to: "second"))
    scene.add(.link(Rect(x: 10, y: 60, width: 40, height: 20), to: "nowhere"))
    return scene
  }

  private func pdf(day: Day?) throws -> [UInt8] {
    try PDFPainter(PDFDocument(title: "Größe (1) \\", day: day)).paint(
      [
        PDFPage(scene: scene, name: "first", label: "i", outline: [.init(title: "Eins ☃")]),
        PDFPage(scene: scene, name: "second", outline: [.init(title: "Zwei", level: 2)]),
      ],
      measure: measure
    )
  }

  @Test("give the same bytes twice, and a PDF without a day has no date")
  func deterministic() throws {
    let undated = try pdf(day: nil)
    #expect(undated == (try pdf(day: nil)))
    let text = String(decoding: undated, as: UTF8.self)
    #expect(!text.contains("Date"))
    let png = try PNGPainter().paint(scene, measure: measure)
    #expect(png == (try PNGPainter().paint(scene, measure: measure)))
  }

  @Test(
    "give the same files for pages painted together, by one thread or two",
    arguments: [true, false]
  )
  func together(isAlone: Bool) throws {
    var pages: [PDFPage] = []
    for number in 0..<9 {
      // Pages of two sizes, so that fields of dots are used again and made anew.
      let size = number % 4 == 3 ? Size(150, 90) : Size(200, 100)
      var scene = Scene(size: size, background: Color(0xFFFFFF))
      scene.add(self.scene.items)
      scene.add(.circle(Point(20, 50), radius: Double(number), fill: .color(Color(0xFF))))
      pages.append(PDFPage(scene: scene, name: "page-\(number)"))
    }
    let document = PDFDocument(title: "Nine pages")
    let painter = PagePainter(document: document, pictures: PNGPainter())
    let painted = try Solitude.$isWanted.withValue(isAlone) {
      try painter.paint(pages, measure: measure, with: Companion())
    }
    #expect(painted.pdf == (try PDFPainter(document).paint(pages, measure: TextMeasure())))
    for (page, picture) in zip(pages, painted.pictures) {
      #expect(
        picture == (try PNGPainter().paint(page.scene, measure: TextMeasure())),
        "\(page.name)"
      )
    }
    #expect(painted.pictures.count == pages.count)
  }

  @Test("write a PDF that says what it is")
  func facts() throws {
    let text = String(decoding: try pdf(day: Day(iso: "2011-12-09")), as: UTF8.self)
    for part in [
      "/CreationDate (D:20111209000000Z)", "/Lang (en)", "/DisplayDocTitle true", "/Outlines",
      "/Metadata", "/ID [<", "/Dest (second)", "/S /Figure", "/S /H1", "/MarkInfo",
    ] {
      #expect(text.contains(part), "\(part) is missing")
    }
    #expect(!text.contains("nowhere"))
    #expect(!text.contains("/Subtype /Image"))
  }

  @Test("refuse a document without pages and a picture without end")
  func refusals() {
    #expect(throws: PlotError.noPages) {
      try PDFPainter(PDFDocument(title: "")).paint([], measure: measure)
    }
    #expect(throws: PlotError.self) {
      try PNGPainter(scale: 10).paint(Scene(size: Size(20_000, 20_000)), measure: measure)
    }
  }

  @Test("write SVG with real, escaped text and no style attributes")
  func svg() throws {
    let text = try SVGPainter(idPrefix: "c7", title: "A < B", summary: "\"&\"").paint(
      scene,
      measure: measure
    )
    #expect(XMLCheck.problem(in: text) == nil)
    #expect(text.contains("Ärger &amp; &lt;b&gt; (brackets)</text>"))
    #expect(text.contains("role=\"img\" aria-labelledby=\"c7-t c7-d\""))
    #expect(text.contains("id=\"c7-h1\""))
    #expect(text.contains("<path d=\"M70 40h0m5 1h0\""))
    #expect(!text.contains("style="))
  }

  @Test("draw a raster dot by dot")
  func raster() throws {
    let raster = try #require(
      Raster(width: 2, height: 1, palette: [Color(0xFF0000), Color(0x00FF00)], pixels: [0, 1])
    )
    let png = try PNGPainter.paint(raster)
    // Width and height stand at fixed places of a PNG file.
    #expect(Array(png[16..<24]) == [0, 0, 0, 2, 0, 0, 0, 1])
    #expect(Raster(width: 2, height: 1, palette: [], pixels: [0, 0]) == nil)
  }

  @Test("write bytes as letters")
  func base64() {
    #expect(Base64.text(Array("Man".utf8)) == "TWFu")
    #expect(Base64.text(Array("Ma".utf8)) == "TWE=")
    #expect(Base64.text(Array("M".utf8)) == "TQ==")
    #expect(Base64.text([]).isEmpty)
  }
}
