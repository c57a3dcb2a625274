import Plots
import Segments

/// Box plots of one measure, one row for each segment.
struct BoxPanel: Panel {
  static let id = "box"
  static let takesMeasure = true

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    subject.varying(in: reading) { outcome(of: $0, reading, subject) }
  }

  private func outcome(of measure: Measure, _ reading: Reading, _ subject: Subject) -> Outcome {
    let rows = reading.isSegmented ? reading.segments : []
    let isNarrow = MeasureRows.isNarrow(subject.width)
    let pitch = rows.count <= 6 ? 17.0 : 15
    let bands = Double(max(1, rows.count))
    let all = reading.words("all.median", ["value": measure.text(measure.facts.median)])
    let plot = Plot(
      x: values(of: measure, reading),
      y: .band(
        MeasureRows(measure, reading).labels(isNarrow: isNarrow),
        trailingTitle: reading.words("table.median")
      ),
      marks: [
        RuleMark(.x, measure.facts.median, label: all),
        BoxMark(rows.isEmpty ? [.init(measure.facts.box, .single, band: 0)] : boxes(rows, measure)),
      ]
    )
    let tallest = 38 + 36 * bands
    let size = Size(subject.width, subject.height(from: 38 + pitch * bands, to: tallest))
    var picture = Picture(plot: plot.scene(size: size, style: reading.style.plot))
    picture.tallest = tallest
    picture.needsKey = !rows.isEmpty && isNarrow
    describe(measure, isNarrow: isNarrow, reading, &picture)
    return .picture(picture)
  }

  /// From the lowest to the highest whisker.
  private func values(of measure: Measure, _ reading: Reading) -> Axis {
    let boxes = [measure.facts.box] + reading.segments.compactMap { $0.value(of: measure)?.box }
    let low = boxes.map(\.low).min() ?? measure.facts.min
    let high = boxes.map(\.high).max() ?? measure.facts.max
    return MeasureRows(measure, reading).axis(from: low, to: high)
  }

  private func boxes(_ rows: [Portrait], _ measure: Measure) -> [BoxMark.Box] {
    rows.enumerated().compactMap { band, portrait in
      portrait.value(of: measure).map { .init($0.box, portrait.paint, band: band) }
    }
  }

  private func describe(
    _ measure: Measure,
    isNarrow: Bool,
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let words = reading.words
    picture.title = measure.label
    let count = words("n", ["n": reading.format.integer(measure.facts.n)])
    let scale = measure.isSkewed ? [words("box.log")] : []
    let guide = words("box.desc")
    if isNarrow { picture.guide = guide }
    picture.descriptor = (scale + (isNarrow ? [] : [guide]) + [count]).joined(separator: " · ")
    let beyond = reading.shown.compactMap { $0.value(of: measure)?.box }
      .reduce(0) { $0 + $1.below + $1.above }
    let all = reading.isSegmented ? beyond : measure.facts.box.below + measure.facts.box.above
    if all > 0 {
      picture.notes = [words("box.beyond", ["customers": reading.customers(all).capitalizedFirst])]
    }
    let (box, value) = (measure.facts.box, measure.text(measure.facts.median))
    if box.q75 == box.q25 { picture.notes.append(words("box.same", ["value": value])) }
    picture.notes += reading.missing(measure)
    picture.table = DataTable(
      [words("table.segment"), "n"]
        + ["q25", "median", "q75", "whiskers"].map { words("table." + $0) },
      reading.segments.compactMap { portrait in
        portrait.value(of: measure).map { value in
          [
            portrait.letter + " " + portrait.name, reading.cell(value.n),
            measure.text(value.q25), measure.text(value.median), measure.text(value.q75),
            measure.text(value.box.low) + " – " + measure.text(value.box.high),
          ]
        }
      }
    )
    picture.summary = reading.shown.compactMap { portrait in
      portrait.value(of: measure).map { "\(portrait.name): \(measure.text($0.median))" }
    }.joined(separator: "; ")
  }
}
