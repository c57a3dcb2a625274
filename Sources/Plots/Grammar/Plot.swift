/// A chart as a value: marks on two axes.
///
/// `scene(size:style:)` measures all texts, finds round ticks, places the axes and lets the marks
/// draw; nothing is ever drawn outside of the size.
package struct Plot: Sendable {
  /// The horizontal axis.
  package var x: Axis
  /// The vertical axis.
  package var y: Axis
  /// What is drawn, bottom first.
  package var marks: [any Mark]
  /// What colors mean, if that is not said beside the marks.
  package var legend: Legend?
  /// The sentence that stands in place of the chart when the marks have no values.
  package var emptyText: String
  /// Whether there is a thin line around the area.
  package var isFramed = false
  /// Charts with the same word are small multiples of each other and share their scales.
  package var family: String?
  /// Values that lie beyond the drawn range; a text near the chart must count them.
  package var beyond = 0

  /// A chart.
  package init(
    x: Axis,
    y: Axis,
    marks: [any Mark],
    legend: Legend? = nil,
    emptyText: String = "No data",
    isFramed: Bool = false
  ) {
    self.x = x
    self.y = y
    self.marks = marks
    self.legend = legend
    self.emptyText = SafeText.line(emptyText)
    self.isFramed = isFramed
  }

  /// The chart as a picture of a given size.
  package func scene(size: Size, style: PlotStyle) -> Scene {
    var scene = Scene(size: size)
    var top = 0.0
    if let legend {
      let row = legend.scene(width: size.width, style: style)
      scene.place(row, at: .zero)
      top = row.size.height + 4
    }
    guard let layout = PlotLayout(self, size: size, top: top, style: style) else {
      drawEmpty(on: &scene, top: top, style: style)
      return scene
    }
    var inner = Scene(size: size)
    layout.drawGrid(on: &inner)
    for mark in marks { mark.draw(in: layout.frame, on: &inner) }
    layout.drawAxes(on: &inner)
    scene.add(.group(SceneGroup(inner.items, fact: .chart(layout.fact))))
    return scene
  }

  /// Where the area between the axes lies in a chart of a given size; nil when there are no values.
  package func area(size: Size, style: PlotStyle) -> Rect? {
    let top = legend.map { $0.scene(width: size.width, style: style).size.height + 4 } ?? 0
    return PlotLayout(self, size: size, top: top, style: style)?.frame.area
  }

  private func drawEmpty(on scene: inout Scene, top: Double, style: PlotStyle) {
    let box = scene.bounds.inset(top: top)
    scene.outline(box, Stroke(style.theme.grid, width: 0.5))
    let font = style.type[.desc]
    let lines = style.measure.wrap(
      emptyText,
      width: max(0, box.width - 12),
      style: font,
      maxLines: max(1, Int(box.height / font.leading))
    )
    let first = box.midY - Double(lines.count - 1) * font.leading / 2
    scene.lines(
      lines,
      at: Point(box.midX, PlotFrame.baseline(centeredOn: first, font)),
      style: font,
      color: style.theme.secondary,
      anchor: .middle
    )
  }
}
