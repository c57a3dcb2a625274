import Plots
import Segments

/// How many customers have which values of two measures: cells in classes of counts, a panel for each
/// segment, a row for each of the most closely related pairs.
struct HexbinPanel: Panel {
  static let id = "hexbin"
  static let takesMeasure = true
  private static let mostSegments = 12
  private static let foot = 22.0

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let segments = segments(of: reading)
    let across = HexbinLayout.across(segments.count)
    let name = subject.measures?.first?.facts.name
    // Up to four segments leave room for more pairs.
    let wanted = segments.count > 4 ? 1 : segments.isEmpty ? 4 : 3
    let rows = segments.isEmpty ? 2 : wanted
    let fitting = subject.limit.map { Int(($0 - Self.foot) / HexbinLayout.least) } ?? rows
    let planes = reading.report.pairs
      .filter { name == nil || $0.x == name || $0.y == name }
      .compactMap { MeasurePlane($0, reading) }
      .prefix(segments.isEmpty ? min(rows, max(1, fitting)) * 2 : min(wanted, max(1, fitting)))
    let panels = planes.enumerated().flatMap { self.panels(of: $1, $0, segments) }
    guard !panels.isEmpty else { return .absent(reading.words("absent.pairs")) }
    let layout = HexbinLayout(panels.count, across: across, subject, foot: Self.foot)
    let most = panels.flatMap(\.counts).max() ?? 1
    let classes = CountClasses(most: Int(most), least: reading.style.smallestCell)
    var drawing = Drawing(width: subject.width, style: reading.style)
    for (index, panel) in panels.enumerated() {
      let isFirst = segments.isEmpty || index.isMultiple(of: segments.count)
      draw(panel, isNamed: isFirst, classes, in: layout.cell(index), &drawing)
    }
    legend(classes, layout.height - Self.foot + 8, &drawing)
    var picture = Picture(plot: drawing.scene(height: layout.height))
    picture.tallest = layout.tallest
    describe(Array(planes), isParted: !segments.isEmpty, reading, &picture)
    return .picture(picture)
  }

  /// The customers of one segment, or all, on one pair of measures.
  private struct Field {
    let plane: MeasurePlane
    let family: String
    let portrait: Portrait?
    let grid: MapGrid
    let counts: [Int32]
  }

  /// The segments with panels of their own; none where there is one only or too many.
  private func segments(of reading: Reading) -> [Portrait] {
    guard reading.isSegmented, reading.shown.count <= Self.mostSegments else { return [] }
    return reading.shown
  }

  private func panels(of plane: MeasurePlane, _ place: Int, _ segments: [Portrait]) -> [Field] {
    let pair = plane.grid
    // Cells of two points would be too small to look up their color.
    let isFine = min(pair.columns, pair.rows) > 40
    let isEven = pair.columns.isMultiple(of: 2) && pair.rows.isMultiple(of: 2)
    let grid = MapGrid(pair, fold: isFine && isEven ? 2 : 1)
    func panel(_ portrait: Portrait?, _ counts: [Int32]) -> Field {
      Field(
        plane: plane,
        family: "\(Self.id)-\(place)",
        portrait: portrait,
        grid: grid,
        counts: counts
      )
    }
    guard !segments.isEmpty else {
      return grid.counts.isEmpty ? [] : [panel(nil, grid.totals)]
    }
    return segments.map { panel($0, grid.counts(of: $0.id)) }
  }

  private func draw(
    _ panel: Field,
    isNamed: Bool,
    _ classes: CountClasses,
    in rect: Rect,
    _ drawing: inout Drawing
  ) {
    let style = drawing.style
    if isNamed {
      let titles = panel.plane.titles(style)
      let text = style.words("hexbin.pair", ["y": titles.y, "x": titles.x])
      let room = panel.portrait == nil ? rect.width : drawing.width
      drawing.text(text, rect.minX, rect.minY + 8, .axis.color(drawing.theme.ink).within(room))
    }
    var top = 13.0
    if let portrait = panel.portrait {
      drawing.name(portrait, rect.minX, rect.minY + 23, within: rect.width)
      top += 15
    }
    let raster = Raster(
      width: panel.grid.columns,
      height: panel.grid.rows,
      palette: [drawing.theme.page] + classes.colors(in: drawing.theme),
      pixels: panel.grid.fromTop(
        panel.counts.map { UInt8($0 > 0 ? classes.place(of: Int($0)) + 1 : 0) }
      )
    )
    guard let raster else { return }
    var plot = panel.plane.plot(raster)
    plot.family = panel.family
    let size = Size(rect.width, rect.height - top)
    drawing.place(plot.scene(size: size, style: style.plot), rect.minX, rect.minY + top)
  }

  /// The classes as boxes with their counts.
  private func legend(_ classes: CountClasses, _ y: Double, _ drawing: inout Drawing) {
    let style = drawing.style
    let title = style.words("hexbin.scale")
    drawing.text(title, 0, y + 7.5, .axis)
    var x = style.width(title, .axis) + 10
    for (place, color) in classes.colors(in: drawing.theme).enumerated() {
      let text = classes.text(of: place, style.format)
      drawing.fill(Rect(x: x, y: y, width: 12, height: 9), color)
      drawing.text(text, x + 15, y + 7.5, .axis)
      x += 15 + style.width(text, .axis) + 9
    }
  }

  private func describe(
    _ planes: [MeasurePlane],
    isParted: Bool,
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let words = reading.words
    picture.title = words("hexbin.title")
    let n = reading.format.integer(reading.report.customers)
    picture.descriptor = words("hexbin.desc") + " · " + words("n", ["n": n])
    picture.notes = [words("pairplot.note")]
    if isParted, reading.report.noise.size > 0 {
      picture.notes.append(words("unassigned") + ": " + reading.cell(reading.report.noise.size))
    }
    picture.summary = planes.map { "\($0.x.label) – \($0.y.label)" }.joined(separator: "; ")
    var measures: [Measure] = []
    for measure in planes.flatMap({ [$0.y, $0.x] })
    where !measures.contains(where: { $0.place == measure.place }) {
      measures.append(measure)
    }
    picture.table = DataTable(
      [words("table.segment"), "n"]
        + measures.map { words("table.median-of", ["measure": $0.label]) },
      reading.shown.map { portrait in
        [portrait.letter + " " + portrait.name, reading.cell(portrait.size)]
          + measures.map { measure in
            portrait.value(of: measure).map { measure.text($0.median) } ?? "–"
          }
      }
    )
  }
}
