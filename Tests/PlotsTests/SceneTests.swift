import Testing

@testable import Plots

@Suite("Scene")
struct SceneTests {
  let measure = TextMeasure()

  @Test("never holds a coordinate that cannot be drawn")
  func finite() {
    let point = Point(.nan, .infinity)
    #expect(point == Point(0, 20_000))
    #expect(Size(-3, .nan) == Size(0, 0))
    #expect(Rect(x: 5, y: 5, width: -2, height: 3).minX == 3)
  }

  @Test("finds texts that lie on each other or are cut off")
  func boxes() {
    var scene = Scene(size: Size(100, 40))
    let style = TypeScale.print[.body]
    scene.fill(Rect(x: 0, y: 0, width: 50, height: 40), Color(0x111111))
    scene.text("Inside", at: Point(5, 20), style: style, color: Color(0xFFFFFF))
    scene.text("Inside", at: Point(8, 22), style: style, color: Color(0xFFFFFF))
    scene.text("Outside", at: Point(90, 20), style: style, color: Color(0x777777))
    let boxes = scene.textBoxes(measure)
    #expect(boxes.map(\.isClipped) == [false, false, true])
    #expect(boxes[0].backdrop == Color(0x111111))
    #expect(boxes[0].contrast > 15)
    #expect(boxes[2].contrast < 4.5)
    #expect(scene.overlappingTexts(measure).count == 1)
  }

  @Test("writes numbers with at most two decimals")
  func numbers() {
    let texts = [0, -0.001, 12, 12.5, -0.05, 1.005, 99.999, .nan].map(SVGNumber.text)
    #expect(texts == ["0", "0", "12", "12.5", "-0.05", "1", "100", "0"])
  }

  @Test("reads as text")
  func golden() {
    let style = PlotStyle(measure: measure)
    let plot = Plot(
      x: .linear("Share", format: .percent, includesZero: true, cover: .whole),
      y: .band([BandLabel("High spenders", paint: .segment(0)), BandLabel("Rest", paint: .noise)]),
      marks: [
        BarMark([
          .init(band: 0, to: 0.62, paint: .segment(0), label: "62%"),
          .init(band: 1, to: 0.38, paint: .noise, label: "38%"),
        ])
      ]
    )
    Golden.expect("bars", plot.scene(size: Size(240, 80), style: style).description)
  }

  @Test("grows in all its parts")
  func scaling() {
    var scene = Scene(size: Size(100, 50))
    let style = TypeScale.print[.body]
    let run = TextRun("a", at: Point(10, 20), style: style, color: Color(0), maxWidth: 30)
    scene.add(.group(SceneGroup([.text(run)], offset: Point(5, 5))))
    scene.add(.path(.line(Point(1, 2), Point(3, 4)), stroke: Stroke(Color(0), width: 1, dash: [2])))
    let large = scene.scaled(by: 2)
    #expect(large.size == Size(200, 100))
    let measure = TextMeasure()
    let (one, two) = (scene.survey(measure), large.survey(measure))
    #expect(abs(two.texts[0].rect.minX - 2 * one.texts[0].rect.minX) < 0.5)
    #expect(
      two.texts[0].style.size == 18 && two.shapes[0].rect == Rect(x: 2, y: 4, width: 4, height: 4)
    )
    #expect(large.scaled(by: 0.5) == scene)
  }
}
