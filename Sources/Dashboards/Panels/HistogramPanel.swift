import Plots
import Segments

/// How one measure is spread over all customers.
struct HistogramPanel: Panel {
  static let id = "histogram"
  static let takesMeasure = true
  private static let tallest = 190.0

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    subject.varying(in: reading, else: reading.value ?? reading.varying.first) {
      outcome(of: $0, reading, subject)
    }
  }

  private func outcome(of measure: Measure, _ reading: Reading, _ subject: Subject) -> Outcome {
    let histogram = HistogramDrawing(measure: measure)
    var plot = histogram.plot(of: nil, .single, highest: histogram.highest([]))
    let median = reading.words(
      "median.label",
      ["value": measure.text(measure.facts.median)]
    )
    plot.marks.append(RuleMark(.x, measure.facts.median, label: median))
    let size = Size(subject.width, subject.height(from: 92, to: Self.tallest))
    var picture = Picture(plot: plot.scene(size: size, style: reading.style.plot))
    picture.tallest = Self.tallest
    picture.title = measure.label
    picture.descriptor = reading.words(
      "histogram.desc",
      ["n": reading.format.integer(measure.facts.n)]
    )
    picture.notes = [histogram.beyond(reading)].compactMap(\.self) + reading.missing(measure)
    picture.summary = reading.words(
      "observe.median",
      [
        "measure": measure.label, "median": measure.text(measure.facts.median),
        "low": measure.text(measure.facts.box.q25), "high": measure.text(measure.facts.box.q75),
      ]
    )
    picture.table = histogram.table([], reading)
    return .picture(picture)
  }
}
