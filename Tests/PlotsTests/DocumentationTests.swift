import Testing

@testable import Plots

/// The examples of the documentation, word for word.
@Suite("Documentation")
struct DocumentationTests {
  /// A small cross at each value.
  struct CrossMark: Mark {
    let values: [(x: Double, y: Double)]

    var extent: MarkExtent { MarkExtent(x: values.map(\.x), y: values.map(\.y)) }

    func draw(in frame: PlotFrame, on scene: inout Scene) {
      for value in values {
        scene.add(
          Marker.cross.items(
            at: frame.point(value.x, value.y),
            size: 4,
            color: frame.style.theme.ink,
            page: frame.style.theme.page
          )
        )
      }
    }
  }

  @Test("shows a chart that can be drawn")
  func frontPage() throws {
    let style = PlotStyle(measure: TextMeasure())
    let plot = Plot(
      x: .linear("Share of revenue", format: .percent, includesZero: true, cover: .whole),
      y: .band([BandLabel("High spenders", paint: .segment(0)), BandLabel("Others", paint: .other)]
      ),
      marks: [
        BarMark([
          .init(band: 0, to: 0.62, paint: .segment(0), label: "62%"),
          .init(band: 1, to: 0.38, paint: .other, label: "38%"),
        ])
      ]
    )
    let scene = plot.scene(size: Size(249, 80), style: style)
    let png = try PNGPainter().paint(scene, measure: style.measure)
    #expect(png.count > 1000)
  }

  @Test("shows a mark that can be drawn")
  func addingAMark() {
    let plot = Plot(x: .linear(), y: .linear(), marks: [CrossMark(values: [(1, 2), (3, 4)])])
    let scene = plot.scene(size: Size(200, 100), style: PlotStyle(measure: TextMeasure()))
    #expect(scene.description.contains("stroke=ink"))
  }
}
