import Plots
import Segments

/// The measures that tell the segments apart best, as a grid of histograms for the first page.
struct DistributionsPanel: Panel {
  static let id = "distributions"
  private static let mostPitch = 130.0

  /// How many measures fit: three, or fewer where little height is left.
  private static func rows(in height: Double?) -> Int {
    // Heading, names and the note take about 66 points.
    height.map { min(3, max(1, Int(($0 - 66) / 80))) } ?? 3
  }

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard reading.isSegmented else { return .absent(reading.words("absent.one-segment")) }
    let measures = Array(
      reading.bySeparation.sorted { ($0.facts.clustered ? 0 : 1) < ($1.facts.clustered ? 0 : 1) }
        .prefix(Self.rows(in: subject.height))
    )
    guard !measures.isEmpty, reading.segments.count <= 4 else {
      return WhoTheyArePanel().outcome(of: reading, for: subject)
    }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let columns = Double(reading.segments.count)
    let gap = 12.0
    let width = (subject.width - gap * (columns - 1)) / columns
    for (index, portrait) in reading.segments.enumerated() {
      let x = Double(index) * (width + gap)
      let size = reading.words("n", ["n": reading.cell(portrait.size)])
      let room = drawing.style.width(size, .axis) + 6
      let isRoomy = drawing.style.width(portrait.name, .data.bold) + 16 + room < width
      drawing.name(portrait, x, 9, within: isRoomy ? width - room : width)
      if isRoomy { drawing.text(size, x + width - 2, 9, .axis.end) }
    }
    let rows = Double(measures.count)
    let height = subject.height(from: 16 + 80 * rows, to: 16 + Self.mostPitch * rows)
    let pitch = (height - 16) / rows
    var y = 20.0
    for measure in measures {
      drawing.text(measure.label, 0, y + 5, .data.bold.within(labelRoom(measure, reading, width)))
      let band = Rect(x: 0, y: y + 12, width: width, height: pitch - 24)
      row(measure, reading, band, &drawing)
      y += pitch
    }
    var picture = Picture(plot: drawing.scene(height: y - 4))
    picture.tallest = 16 + Self.mostPitch * rows
    picture.title = title(measures, reading)
    picture.descriptor = reading.words("distributions.desc")
    let beyond = measures.compactMap { HistogramDrawing(measure: $0).beyond(reading) }
    picture.notes = beyond.isEmpty ? [] : [beyond.joined(separator: " ")]
    picture.summary = reading.words(
      "distributions.summary",
      ["measures": reading.words.list(measures.map(\.label))]
    )
    picture.table = table(measures, reading)
    return .picture(picture)
  }

  /// That these measures tell the segments apart most, where others that do not form them do so no better.
  private func title(_ measures: [Measure], _ reading: Reading) -> String {
    let best = Set(reading.bySeparation.prefix(measures.count).map(\.place))
    let key = best == Set(measures.map(\.place)) ? "distributions.title" : "distributions.by"
    return reading.words(key, ["measures": reading.words.list(measures.map(\.inner))])
      .capitalizedFirst
  }

  /// The room of a row's name: what its first median leaves.
  private func labelRoom(_ measure: Measure, _ reading: Reading, _ width: Double) -> Double {
    let median = reading.segments.first?.value(of: measure)?.median ?? measure.facts.median
    let text = reading.words("median.label", ["value": measure.text(median)])
    return width - reading.style.width(text, .axis) - 6
  }

  private func row(
    _ measure: Measure,
    _ reading: Reading,
    _ band: Rect,
    _ drawing: inout Drawing
  ) {
    let (width, y) = (band.width, band.minY)
    let histogram = HistogramDrawing(measure: measure)
    let highest = histogram.highest(reading.shown)
    for (index, portrait) in reading.segments.enumerated() {
      let x = Double(index) * (width + 12)
      guard let shares = histogram.shares(of: portrait),
        let median = portrait.value(of: measure)?.median
      else {
        drawing.paragraph(reading.style.few, x + 24, y + 22, .axis.within(width - 24))
        continue
      }
      let plot = histogram.plot(of: shares, portrait.paint, highest: highest)
      let scene = plot.scene(size: Size(width, band.height), style: reading.style.plot)
      drawing.place(scene, x, y)
      let text = reading.words("median.label", ["value": measure.text(median)])
      drawing.text(text, x + width, y - 3.5, .axis.end.within(width - 24))
    }
  }

  private func table(_ measures: [Measure], _ reading: Reading) -> DataTable {
    DataTable(
      [reading.words("table.segment")]
        + measures.map { reading.words("table.median-of", ["measure": $0.label]) },
      reading.segments.map { portrait in
        [portrait.letter + " " + portrait.name]
          + measures.map { measure in
            portrait.value(of: measure).map { measure.text($0.median) } ?? "–"
          }
      }
    )
  }
}
