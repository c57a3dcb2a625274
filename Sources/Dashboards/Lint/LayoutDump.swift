import Plots

/// The laid-out pages as plain values for scripts: every text, shape, chart and figure with its place.
///
/// Places are points from the upper left corner, with two decimals.
struct LayoutDump: Encodable {
  let pages: [Page]

  struct Page: Encodable {
    let page: Int
    let id: String
    let title: String
    let size: [Double]
    let figures: [Figure]
    let texts: [Text]
    let charts: [Chart]
    let shapes: [Shape]
  }

  struct Figure: Encodable {
    let name: String
    let title: String
    let box: [Double]
  }

  struct Text: Encodable {
    let text: String
    let whole: String?
    let box: [Double]
    let size: Double
    let role: String
    let color: String
    let backdrop: String
    let figure: Int?
  }

  struct Chart: Encodable {
    let figure: Int?
    let area: [Double]
    let x: Axis?
    let y: Axis?
    let marks: [Mark]
  }

  struct Axis: Encodable {
    let scale: String
    let title: String?
    let from: Double
    let to: Double
    let ticks: [String]
  }

  struct Mark: Encodable {
    let kind: String
    let x: [Double]?
    let y: [Double]?
    let pieces: [Piece]
  }

  struct Piece: Encodable {
    let box: [Double]
    let from: Double
    let to: Double
    let color: String
    let segment: String?
  }

  struct Shape: Encodable {
    let kind: String
    let box: [Double]
    let fill: String?
    let line: String?
    let backdrop: String
    let segment: String?
    let count: Int
    let figure: Int?
  }

  init(_ book: LintedBook) {
    pages = book.pages.map(Page.init)
  }
}

extension LayoutDump.Page {
  init(_ page: LintedPage) {
    self.init(
      page: page.number,
      id: page.id,
      title: page.title,
      size: [page.size.width, page.size.height].map(\.hundredths),
      figures: page.figures.map { .init(name: $0.name, title: $0.title, box: $0.rect.numbers) },
      texts: page.survey.texts.map(LayoutDump.Text.init),
      charts: page.survey.charts.map(LayoutDump.Chart.init),
      shapes: page.survey.shapes.map(LayoutDump.Shape.init)
    )
  }
}

extension LayoutDump.Text {
  init(_ box: TextBox) {
    self.init(
      text: box.text,
      whole: box.isEllipsized ? box.whole : nil,
      box: box.rect.numbers,
      size: box.style.size.hundredths,
      role: box.style.token.rawValue,
      color: box.color.hex,
      backdrop: box.backdrop.hex,
      figure: box.figure
    )
  }
}

extension LayoutDump.Chart {
  init(_ chart: SceneSurvey.Chart) {
    self.init(
      figure: chart.figure,
      area: chart.fact.area.numbers,
      x: chart.fact.x.map(LayoutDump.Axis.init),
      y: chart.fact.y.map(LayoutDump.Axis.init),
      marks: chart.fact.marks.map(LayoutDump.Mark.init)
    )
  }
}

extension LayoutDump.Axis {
  init(_ axis: AxisFact) {
    self.init(
      scale: axis.spread.rawValue,
      title: axis.title,
      from: axis.low,
      to: axis.high,
      ticks: axis.ticks.map(\.label)
    )
  }
}

extension LayoutDump.Mark {
  init(_ mark: MarkFact) {
    self.init(
      kind: mark.kind,
      x: mark.x.map { [$0.lowerBound, $0.upperBound] },
      y: mark.y.map { [$0.lowerBound, $0.upperBound] },
      pieces: mark.pieces.map { piece in
        .init(
          box: piece.rect.numbers,
          from: piece.from,
          to: piece.to,
          color: piece.fill.hex,
          segment: piece.letter
        )
      }
    )
  }
}

extension LayoutDump.Shape {
  init(_ shape: SurveyedShape) {
    self.init(
      kind: shape.kind.rawValue,
      box: shape.rect.numbers,
      fill: shape.fill?.hex,
      line: shape.line?.hex,
      backdrop: shape.backdrop.hex,
      segment: shape.tag,
      count: shape.count,
      figure: shape.figure
    )
  }
}

extension Rect {
  /// Left, top, width and height.
  fileprivate var numbers: [Double] { [minX, minY, width, height].map(\.hundredths) }
}

extension Double {
  fileprivate var hundredths: Double { (self * 100).rounded() / 100 }
}
