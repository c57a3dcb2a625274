import Plots
import Segments

/// Where customers are now among bins of equal size at the baseline, for what has shifted most.
struct DriftBinsPanel: Panel {
  static let id = "drift_bins"
  private static let most = 4
  private static let across = 2
  private static let gap = 24.0
  /// Heading, labels of the bins and the gap below them.
  private static let around = 46.0
  private static let (least, tallest) = (60.0, 170.0)

  /// One small chart: a distribution at the baseline and now, bin by bin.
  private struct Facet {
    let name: String
    let psi: String
    let before: [Double]
    let now: [Double]
    /// What stands at the borders between bins, or below each bin where these are segments.
    let labels: [String]
    let paints: [Paint]
  }

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let facets = facets(reading)
    guard !facets.isEmpty else { return .absent("") }
    let rows = Double((facets.count + Self.across - 1) / Self.across)
    let tallest = (Self.tallest + Self.around) * rows - 12
    let least = (Self.least + Self.around) * rows - 12
    let height = subject.height(from: least, to: tallest)
    let cell = Size((subject.width - Self.gap) / Double(Self.across), (height + 12) / rows)
    var drawing = Drawing(width: subject.width, style: reading.style)
    for (place, facet) in facets.enumerated() {
      let x = Double(place % Self.across) * (cell.width + Self.gap)
      let y = Double(place / Self.across) * cell.height
      drawing.text(facet.psi, x + cell.width, y + 8, .axis.end)
      let room = cell.width - reading.style.width(facet.psi, .axis) - 8
      drawing.text(facet.name, x, y + 8, .data.bold.within(room))
      let area = Size(cell.width - 26, cell.height - Self.around)
      draw(facet, in: Rect(origin: Point(x + 26, y + 20), size: area), reading, &drawing)
    }
    var picture = Picture(plot: drawing.scene(height: height))
    picture.tallest = tallest
    picture.title = reading.words("drift.bins.title")
    picture.descriptor = reading.words("drift.bins.desc")
    picture.summary = picture.title
    picture.table = table(facets, reading)
    return .picture(picture)
  }

  /// The measures that have shifted most, then the sizes of the segments.
  private func facets(_ reading: Reading) -> [Facet] {
    guard let drift = reading.report.drift else { return [] }
    let mix = drift.mix.flatMap { self.mix($0, reading) }
    let measures = DriftPanel.sorted(drift).lazy.compactMap { facet($0, reading) }
    return measures.prefix(Self.most - (mix == nil ? 0 : 1)) + [mix].compactMap(\.self)
  }

  /// A measure with at least two bins; nil where the report does not say which.
  private func facet(_ shift: SegmentReport.Shift, _ reading: Reading) -> Facet? {
    guard let measure = reading.measure(shift.name), !shift.edges.isEmpty,
      shift.before.count == shift.edges.count + 2, shift.now.count == shift.before.count
    else { return nil }
    return Facet(
      name: measure.label,
      psi: psi(shift, reading),
      before: shares(Array(shift.before.dropLast())),
      now: shares(Array(shift.now.dropLast())),
      labels: shift.edges.map(measure.text),
      paints: Array(repeating: .single, count: shift.edges.count + 1)
    )
  }

  /// The segments of both runs; nil where the report does not say which.
  private func mix(_ shift: SegmentReport.Shift, _ reading: Reading) -> Facet? {
    guard !shift.ids.isEmpty, shift.before.count == shift.ids.count,
      shift.now.count == shift.before.count
    else { return nil }
    let places = (reading.report.migration?.from ?? []) + (reading.report.migration?.to ?? [])
    let bins = shift.ids.indices.filter { shift.before[$0] + shift.now[$0] > 0 }
    let letters = bins.map { bin in
      let id = shift.ids[bin]
      return reading.segment(id)?.letter
        ?? places.first { $0.kind == "segment" && $0.id == id }?.letter ?? "–"
    }
    return Facet(
      name: reading.words("drift.mix"),
      psi: psi(shift, reading),
      before: shares(bins.map { shift.before[$0] }),
      now: shares(bins.map { shift.now[$0] }),
      labels: letters,
      paints: zip(letters, bins).map { letter, bin in
        guard letter != "–" else { return .noise }
        // More colors could not be told apart; the letters below them can.
        return bins.count > 8 ? .single : Portrait.paint(ofLetter: letter, id: shift.ids[bin])
      }
    )
  }

  private func psi(_ shift: SegmentReport.Shift, _ reading: Reading) -> String {
    reading.words("drift.psi") + " " + reading.format.fixed(shift.psi, decimals: 2)
  }

  private func shares(_ counts: [Int]) -> [Double] {
    let sum = Double(max(1, counts.reduce(0, +)))
    return counts.map { Double($0) / sum }
  }

  private func draw(_ facet: Facet, in area: Rect, _ reading: Reading, _ drawing: inout Drawing) {
    let highest = max((facet.before + facet.now).max() ?? 0, 1e-9)
    let scale = PlotScale(.linear, low: 0, high: highest, start: area.maxY, end: area.minY)
    let ticks = Ticks.within(0, highest)
    let texts = AxisFormat.percent.labels(for: ticks, numbers: reading.format)
    for (tick, text) in zip(ticks, texts) {
      let y = scale.clampedPosition(tick)
      drawing.rule(y, from: area.minX, to: area.maxX)
      drawing.text(text, area.minX - 4, y + 2.7, .axis.end)
    }
    let width = area.width / Double(facet.now.count)
    for (bin, share) in facet.now.enumerated() {
      let top = scale.clampedPosition(share)
      let rect = Rect(
        x: area.minX + Double(bin) * width + 0.5,
        y: top,
        width: width - 1,
        height: area.maxY - top
      )
      let look = facet.paints[bin].look(in: drawing.theme)
      drawing.add(.rectangle(rect, fill: look.area))
      // What is hatched is no plain bar to measure.
      guard case .color = look.area else { continue }
      let piece = MarkPiece(
        rect,
        to: share,
        direction: .vertical,
        scale: facet.name,
        fill: look.fill
      )
      drawing.note(MarkFact.bar, piece)
    }
    let stroke = Stroke(drawing.theme.ink, width: 1)
    for (bin, share) in facet.before.enumerated() {
      let (x, y) = (area.minX + Double(bin) * width, scale.clampedPosition(share))
      drawing.line(Point(x, y), Point(x + width, y), stroke)
      guard bin > 0 else { continue }
      drawing.line(Point(x, scale.clampedPosition(facet.before[bin - 1])), Point(x, y), stroke)
    }
    drawing.baseline(Point(area.minX, area.maxY), Point(area.maxX, area.maxY))
    labels(facet, area, width, &drawing)
  }

  /// As many labels as find room, at the borders between bins or in the middle of segments.
  private func labels(
    _ facet: Facet,
    _ area: Rect,
    _ width: Double,
    _ drawing: inout Drawing
  ) {
    let isBorder = facet.labels.count < facet.now.count
    var free = -Double.infinity
    for (place, label) in facet.labels.enumerated() {
      let x = area.minX + (Double(place) + (isBorder ? 1 : 0.5)) * width
      let half = drawing.style.width(label, .axis) / 2
      guard x - half >= free + 4, x + half <= area.maxX + 2 else { continue }
      drawing.text(label, x, area.maxY + 10.5, .axis.middle)
      free = x + half
    }
  }

  private func table(_ facets: [Facet], _ reading: Reading) -> DataTable {
    let words = reading.words
    var table = DataTable([
      words("table.measure"), words("drift.bin"), words("drift.before"), words("drift.now"),
    ])
    for facet in facets {
      for bin in facet.now.indices {
        let isBorder = facet.labels.count < facet.now.count
        let label =
          !isBorder
          ? facet.labels[bin]
          : bin < facet.labels.count
            ? "≤ " + facet.labels[bin] : "> " + (facet.labels.last ?? "")
        let shares = [facet.before[bin], facet.now[bin]].map(reading.format.percent)
        table.rows.append([facet.name, label] + shares)
      }
    }
    return table
  }
}
