import Plots

@testable import Dashboards

/// A rule with a page that breaks it and one that does not.
struct LintProof {
  let rule: any LintRule
  let broken: LintedBook
  let sound: LintedBook
}

/// Builds the small worlds of the proofs.
struct LintWorkshop {
  let measure = TextMeasure()
  let style: PlotStyle

  init() {
    style = PlotStyle(measure: measure)
  }

  var body: TextStyle { style.type[.body] }
  var ink: Color { style.theme.ink }

  /// A page with one figure whose corner is at 40, 80.
  func book(_ figure: LintedFigure? = nil, _ draw: (inout Scene) -> Void) -> LintedBook {
    LintedBook(pages: [page(figure, draw)])
  }

  func page(_ figure: LintedFigure? = nil, _ draw: (inout Scene) -> Void) -> LintedPage {
    var inner = Scene(size: Size(200, 200))
    draw(&inner)
    var scene = Scene(size: Size(300, 400), background: style.theme.page)
    scene.text("A message", at: Point(40, 60), style: style.type[.h1], color: ink)
    let corner = Point(40, 80)
    scene.add(.group(SceneGroup(inner.items, offset: corner, fact: .figure("test"))))
    var page = LintedPage(
      number: 1,
      title: "A message",
      size: scene.size,
      body: Rect(x: 40, y: 80, width: 220, height: 300),
      columns: [40, 152]
    )
    page.figures = [figure ?? Self.figure()]
    page.survey = scene.survey(measure)
    return page
  }

  static func figure(_ title: String = "", _ descriptor: String = "") -> LintedFigure {
    LintedFigure(
      name: "test",
      title: title,
      descriptor: descriptor,
      rect: Rect(x: 40, y: 80, width: 200, height: 200)
    )
  }

  /// A line of text in the body's size.
  func text(
    _ text: String,
    _ x: Double = 4,
    _ y: Double = 20,
    size: Double = 9,
    color: Color? = nil
  ) -> SceneItem {
    .text(TextRun(text, at: Point(x, y), style: body.size(size), color: color ?? ink))
  }

  /// A chart that is nothing but its facts, with something drawn so that its figure is not empty.
  func chart(
    x: AxisFact? = nil,
    y: AxisFact? = nil,
    _ marks: [MarkFact] = [],
    family: String? = nil,
    beyond: Int = 0
  ) -> SceneItem {
    let area = Rect(x: 0, y: 40, width: 180, height: 120)
    let fact = ChartFact(area: area, x: x, y: y, marks: marks, family: family, beyond: beyond)
    return .group(SceneGroup([.rectangle(area, stroke: Stroke(ink, width: 1))], fact: .chart(fact)))
  }

  func bar(
    _ x: Double,
    length: Double,
    to value: Double,
    from start: Double = 0,
    fill: Color? = nil,
    letter: String? = nil
  ) -> MarkPiece {
    MarkPiece(
      Rect(x: x, y: 50, width: length, height: 10),
      from: start,
      to: value,
      fill: fill ?? style.theme.single,
      letter: letter
    )
  }

  func axis(
    _ spread: AxisFact.Spread = .linear,
    _ title: String? = "Orders",
    ticks values: [Double] = [0, 10, 20],
    labels: [String]? = nil,
    places: [Double]? = nil
  ) -> AxisFact {
    let low = values.first ?? 0
    let reach = max((values.last ?? 1) - low, 1e-9)
    let ticks = values.enumerated().map { index, value in
      AxisFact.Tick(
        value,
        at: places?[index] ?? (value - low) / reach * 180,
        label: labels?[index] ?? "\(Int(value))"
      )
    }
    return AxisFact(spread, title: title, from: low, to: low + reach, ticks: ticks)
  }

  /// The first segments of the palette.
  var segments: [LintedSegment] {
    (0..<3).map { index in
      let look = style.theme.segment(index)
      return LintedSegment(letter: look.letter, name: "Name \(index)", size: nil, look: look)
    }
  }
}
