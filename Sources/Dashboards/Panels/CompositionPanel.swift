import Plots
import Segments

/// Which part of each segment lies in which class of a measure: a strip of 100% for each, one for all customers.
struct CompositionPanel: Panel {
  static let id = "stack100"
  static let takesMeasure = true
  /// Fewer customers have no percentages.
  private static let least = 30

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard reading.isSegmented else { return .absent(reading.words("absent.one-segment")) }
    return subject.varying(in: reading) { measure in
      guard let classes = MeasureClasses(measure) else {
        return .absent(reading.words("absent.classes", ["measure": measure.inner]))
      }
      return .picture(picture(of: classes, MeasureRows(measure, reading), subject))
    }
  }

  private func picture(
    of classes: MeasureClasses,
    _ rows: MeasureRows,
    _ subject: Subject
  ) -> Picture {
    let style = rows.reading.style
    let strips = strips(of: classes, rows)
    let legend = legend(of: classes, style)
    let head = 44 + legend.scene(width: subject.width, style: style.plot).size.height
    let count = Double(rows.spreads.count + 1)
    let tallest = head + 46 * count
    let plot = Plot(
      x: .linear(
        format: .percent,
        domain: 0...1,
        marking: .at([0, 0.25, 0.5, 0.75, 1]),
        hasGrid: false
      ),
      y: .band(labels(of: rows, subject), trailingTitle: style.words("table.median")),
      marks: [ShareStripMark(marks(strips, style), thickness: 0.74)],
      legend: legend
    )
    let size = Size(subject.width, subject.height(from: head + 16 * count, to: tallest))
    var picture = Picture(plot: plot.scene(size: size, style: style.plot))
    picture.tallest = tallest
    describe(strips, classes, rows, &picture)
    return picture
  }

  /// One row of the chart.
  private struct Strip {
    let row: Int
    let spread: Spread
    let shares: [Double]
  }

  /// The segments that may be shown, then all customers.
  private func strips(of classes: MeasureClasses, _ rows: MeasureRows) -> [Strip] {
    let segments = rows.known.compactMap { row, spread in
      spread.portrait.flatMap(classes.shares).map { Strip(row: row, spread: spread, shares: $0) }
    }
    let all = Spread(rows.measure.facts).map {
      Strip(row: rows.spreads.count, spread: $0, shares: classes.all)
    }
    return segments + [all].compactMap(\.self)
  }

  private func marks(_ strips: [Strip], _ style: Style) -> [ShareStripMark.Strip] {
    strips.map { strip in
      let places = style.theme.sequentialPlaces(strip.shares.count)
      let texts = texts(of: strip, style)
      return ShareStripMark.Strip(
        band: strip.row,
        parts: strip.shares.indices.map {
          .init(strip.shares[$0], paint: .step(places[$0]), label: texts[$0])
        }
      )
    }
  }

  /// Whole percents that add up to 100; of few customers how many there are, unless that would tell of persons.
  private func texts(of strip: Strip, _ style: Style) -> [String?] {
    guard strip.spread.n >= Self.least else {
      return NumberFormat.shares(of: strip.shares, total: strip.spread.n).map {
        $0 >= style.smallestCell ? style.format.integer($0) : nil
      }
    }
    return NumberFormat.shares(of: strip.shares).map {
      $0 > 0 ? style.format.percentage(style.format.integer($0)) : nil
    }
  }

  private func labels(of rows: MeasureRows, _ subject: Subject) -> [BandLabel] {
    let all = BandLabel(
      rows.reading.words("table.all"),
      trailing: rows.measure.text(rows.measure.facts.median)
    )
    return rows.labels(isNarrow: MeasureRows.isNarrow(subject.width)) + [all]
  }

  private func legend(of classes: MeasureClasses, _ style: Style) -> Legend {
    let names = classes.names(style.words)
    let places = style.theme.sequentialPlaces(names.count)
    return Legend(zip(names, places).map { Legend.Item($0, paint: .step($1)) })
  }

  private func describe(
    _ strips: [Strip],
    _ classes: MeasureClasses,
    _ rows: MeasureRows,
    _ picture: inout Picture
  ) {
    let (reading, words) = (rows.reading, rows.reading.words)
    rows.head(&picture, guide: words("composition.desc"), isLog: false)
    if strips.contains(where: { $0.spread.n < Self.least }) {
      let least = reading.format.integer(Self.least)
      picture.notes.append(words("composition.counts", ["n": least]))
    }
    if !classes.isCounted { picture.notes.append(words("composition.percentiles")) }
    picture.notes += reading.missing(rows.measure)
    picture.summary = rows.summary
    picture.table = DataTable(
      [words("table.segment"), "n"] + classes.names(words),
      strips.map { strip in
        rows.head(of: strip.spread) + texts(of: strip, reading.style).map { $0 ?? "–" }
      }
    )
  }
}
