/// Cells of a heat map with their values in readable ink.
package struct CellMark: Mark {
  /// The family of colors.
  package enum Colors: Sendable, Hashable {
    /// From little to much.
    case sequential(ClosedRange<Double>)
    /// Around zero, reaching equally far both ways.
    case diverging(Double)
  }

  /// One cell.
  package struct Cell: Sendable, Hashable {
    /// Its column, 0 for the first.
    package let column: Int
    /// Its row, 0 for the first.
    package let row: Int
    /// What decides its color; nil for a grey cell without a value.
    package let value: Double?
    /// What is written in it.
    package let text: String
    /// Whether it has a dark rim.
    package let isOutlined: Bool

    /// A cell.
    package init(
      column: Int,
      row: Int,
      value: Double?,
      text: String,
      isOutlined: Bool = false
    ) {
      self.column = column
      self.row = row
      self.value = value.flatMap { $0.isFinite ? $0 : nil }
      self.text = SafeText.label(text)
      self.isOutlined = isOutlined
    }
  }

  /// The cells.
  package let cells: [Cell]
  /// The family of colors.
  package let colors: Colors

  /// Cells; both axes must have bands.
  package init(_ cells: [Cell], colors: Colors) {
    self.cells = cells
    self.colors = colors
  }

  /// All columns and rows.
  package var extent: MarkExtent {
    MarkExtent(x: cells.map { Double($0.column) }, y: cells.map { Double($0.row) })
  }

  /// Draws the cells with a gap of page between them.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    let theme = frame.style.theme
    let scale =
      switch colors {
      case .sequential(let range): theme.sequentialScale(range.lowerBound, range.upperBound)
      case .diverging(let reach): theme.divergingScale(reach)
      }
    let width = frame.x.bandWidth
    let height = frame.y.bandWidth
    let font = frame.style.type[.data]
    for cell in cells {
      let center = frame.point(Double(cell.column), Double(cell.row))
      let rect = Rect(
        x: center.x - width / 2 + 0.4,
        y: center.y - height / 2 + 0.4,
        width: width - 0.8,
        height: height - 0.8
      )
      let fill = cell.value.map(scale.color) ?? theme.panel
      scene.fill(rect, fill)
      if cell.isOutlined { scene.outline(rect, Stroke(theme.ink, width: 1.2)) }
      // A number cut short would be a wrong number: it is shown whole or not at all.
      let fits = frame.style.measure.width(cell.text, style: font) <= rect.width - 2
      guard !cell.text.isEmpty, fits, rect.height >= font.size else { continue }
      scene.text(
        cell.text,
        at: Point(center.x, PlotFrame.baseline(centeredOn: center.y, font)),
        style: font,
        color: cell.value.map(scale.ink(on:)) ?? theme.tertiary,
        anchor: .middle
      )
    }
  }
}
