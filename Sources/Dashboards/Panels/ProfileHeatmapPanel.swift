import Plots
import Segments

/// All segments by all measures in one look: medians on the color of their difference.
struct ProfileHeatmapPanel: Panel {
  static let id = "profile_heatmap"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard reading.isSegmented else { return .absent(reading.words("absent.one-segment")) }
    let measures = Array(reading.bySeparation.prefix(24))
    guard !measures.isEmpty else { return .absent(reading.words("absent.no-measure")) }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let rows = Double(measures.count)
    let least = min(20, max(13, 330 / rows))
    let around = 52.0
    let height = subject.height(from: around + least * rows, to: around + 34 * rows)
    let layout = Layout(
      pitch: (height - around) / rows,
      width: subject.width,
      segments: reading.segments.count,
      labels: measures.map { reading.style.width($0.label, .axis) }.max() ?? 0
    )
    header(reading, layout, &drawing)
    var y = 22.0
    for measure in measures {
      row(measure, reading, layout, y, &drawing)
      y += layout.pitch
    }
    y = scale(layout, y + 8, reading, &drawing)
    var picture = Picture(plot: drawing.scene(height: y))
    picture.header = 19
    picture.tallest = around + 34 * rows
    describe(measures, reading, &picture)
    return .picture(picture)
  }

  /// Where columns begin.
  private struct Layout {
    /// The height of a row.
    let pitch: Double
    let label: Double
    let all: Double
    let cell: Double
    let cells: Double
    let right: Double

    init(pitch: Double, width: Double, segments: Int, labels: Double) {
      self.pitch = pitch
      right = 46
      let room = min(labels + 6, segments > 12 ? 104 : 150)
      cell = min(84, (width - right - 58 - room) / Double(segments))
      cells = width - right - cell * Double(segments)
      all = cells - 8
      label = cells - 58
    }
  }

  private func header(_ reading: Reading, _ layout: Layout, _ drawing: inout Drawing) {
    drawing.text(reading.words("table.all"), layout.all, 10.5, .axis.end.within(54))
    for (index, portrait) in reading.segments.enumerated() {
      let rect = Rect(
        x: layout.cells + Double(index) * layout.cell,
        y: 0,
        width: layout.cell - 0.8,
        height: 16
      )
      drawing.add(.rectangle(rect, fill: portrait.look.area))
      let lettering = Lettering.data.bold.middle.color(portrait.look.ink)
      let first = portrait.name.split(separator: " ").first.map(String.init) ?? ""
      let long = portrait.letter + " " + first
      let fits = drawing.style.width(long, lettering) < rect.width - 4
      drawing.text(fits ? long : portrait.letter, rect.midX, 10.8, lettering)
    }
    drawing.text(reading.words("table.separation"), drawing.width, 10.5, .axis.end)
  }

  private func row(
    _ measure: Measure,
    _ reading: Reading,
    _ layout: Layout,
    _ y: Double,
    _ drawing: inout Drawing
  ) {
    let baseline = y + layout.pitch / 2 + 2.7
    drawing.text(
      measure.label,
      0,
      baseline,
      Lettering(.axis).color(drawing.theme.ink).within(layout.label - 4)
    )
    drawing.text(
      measure.text(measure.facts.median),
      layout.all,
      baseline,
      .axis.end.within(50)
    )
    cells(measure, reading, layout, y, &drawing)
    self.separation(measure, layout, y, &drawing)
  }

  private func cells(
    _ measure: Measure,
    _ reading: Reading,
    _ layout: Layout,
    _ y: Double,
    _ drawing: inout Drawing
  ) {
    let colors = drawing.theme.divergingScale(2)
    let size = Size(layout.cell - 0.8, layout.pitch - 0.8)
    let values = reading.segments.map { $0.value(of: measure) }
    let texts = values.map { $0.map { measure.text($0.median) } ?? "–" }
    // A number that is cut would be another number: then the color has to do for the row.
    let isReadable = texts.allSatisfy { drawing.style.width($0, .data) <= size.width - 1 }
    for (index, value) in values.enumerated() {
      let x = layout.cells + Double(index) * layout.cell
      let rect = Rect(x: x, y: y, width: size.width, height: size.height)
      drawing.cell(rect, value?.z, value.map { colors.color(of: $0.z) } ?? drawing.theme.panel)
      guard isReadable else { continue }
      let ink = value.map { colors.ink(on: $0.z) } ?? drawing.theme.secondary
      drawing.text(texts[index], rect.midX, rect.midY + 3.1, .data.middle.color(ink))
    }
  }

  /// How well a measure tells the segments apart, as a number and a bar.
  private func separation(
    _ measure: Measure,
    _ layout: Layout,
    _ y: Double,
    _ drawing: inout Drawing
  ) {
    guard let separation = measure.facts.separation else { return }
    let baseline = y + layout.pitch / 2 + 2.7
    let left = drawing.width - layout.right + 4
    drawing.bar(
      Rect(x: left, y: y + 5, width: max(0.3, separation * 18), height: layout.pitch - 10.8),
      separation,
      .plain(drawing.theme.tertiary)
    )
    drawing.text(
      drawing.style.format.fixed(separation, decimals: 2),
      drawing.width,
      baseline,
      .data.plain.end
    )
  }

  private func scale(
    _ layout: Layout,
    _ y: Double,
    _ reading: Reading,
    _ drawing: inout Drawing
  ) -> Double {
    let steps = drawing.theme.diverging
    let width = min(20.0, (drawing.width - layout.cells - 10) / Double(steps.count))
    let left = min(layout.cells, drawing.width - width * Double(steps.count) - 30)
    for (index, color) in steps.enumerated() {
      drawing.fill(
        Rect(x: left + Double(index) * width, y: y, width: width - 0.8, height: 9),
        color
      )
    }
    drawing.text(
      reading.words("heatmap.scale"),
      left - 6,
      y + 7.5,
      .axis.end.within(left - 6)
    )
    let middle = left + width * Double(steps.count) / 2
    drawing.text("−2", left + width / 2, y + 18, .axis.middle)
    drawing.text("0", middle, y + 18, .axis.middle)
    drawing.text("+2", left + width * (Double(steps.count) - 0.5), y + 18, .axis.middle)
    return y + 22
  }

  private func describe(_ measures: [Measure], _ reading: Reading, _ picture: inout Picture) {
    let words = reading.words
    let strongest = measures.prefix(2).map(\.inner)
    picture.title = words("heatmap.title", ["measures": words.list(strongest)]).capitalizedFirst
    picture.descriptor = words("heatmap.desc")
    picture.notes = [words("separation.note")]
    let constant = reading.measures.filter(\.isConstant).map(\.label)
    if !constant.isEmpty {
      picture.notes.append(words("heatmap.constant", ["list": words.list(constant)]))
    }
    if reading.varying.count > measures.count {
      picture.notes.append(
        words("heatmap.more", ["n": reading.format.integer(reading.varying.count - measures.count)])
      )
    }
    picture.summary = picture.title
    picture.table = DataTable(
      [words("table.measure"), words("table.all")]
        + reading.segments.map { $0.letter + " " + $0.name } + [words("table.separation")],
      measures.map { measure in
        [measure.label, measure.text(measure.facts.median)]
          + reading.segments.map { portrait in
            portrait.value(of: measure).map { measure.text($0.median) } ?? "–"
          } + [measure.facts.separation.map { reading.format.fixed($0, decimals: 2) } ?? "–"]
      }
    )
  }
}
