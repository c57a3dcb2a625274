import Plots
import Segments

/// Which share of each segment has at most a value: rising lines, without any choice of bins.
struct ECDFPanel: Panel {
  static let id = "ecdf"
  static let takesMeasure = true
  private static let most = 6
  private static let heights = (least: 128.0, most: 330.0)

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    subject.varying(in: reading) { outcome(of: $0, reading, subject) }
  }

  private func outcome(of measure: Measure, _ reading: Reading, _ subject: Subject) -> Outcome {
    let rows = MeasureRows(measure, reading)
    let spreads = rows.known.map(\.spread)
    guard !spreads.isEmpty else { return .absent(reading.words("absent.values")) }
    let (lead, others) = Self.parted(spreads)
    let legend = reading.isSegmented ? Legend(lead.compactMap(Self.item)) : nil
    let plot = plot(of: measure, lead, others, legend)
    let rowsOfNames =
      legend?.scene(width: subject.width, style: reading.style.plot).size.height ?? 0
    let least = Self.heights.least + rowsOfNames
    let tallest = Self.heights.most + rowsOfNames
    let size = Size(subject.width, subject.height(from: least, to: tallest))
    var picture = Picture(plot: plot.scene(size: size, style: reading.style.plot))
    picture.tallest = tallest
    describe(rows, others: others.count, reading, &picture)
    return .picture(picture)
  }

  /// At most six in color, those that bring or hold most; the others stay in the background.
  private static func parted(_ spreads: [Spread]) -> (lead: [Spread], others: [Spread]) {
    guard spreads.count > most else { return (spreads, []) }
    func weight(_ spread: Spread) -> Double {
      spread.portrait.map { $0.facts.valueShare ?? $0.facts.share } ?? 0
    }
    let order = spreads.indices.sorted { one, other in
      let (left, right) = (weight(spreads[one]), weight(spreads[other]))
      return left == right ? one < other : left > right
    }
    let chosen = Set(order.prefix(most))
    return (
      spreads.indices.filter(chosen.contains).map { spreads[$0] },
      spreads.indices.filter { !chosen.contains($0) }.map { spreads[$0] }
    )
  }

  private static func item(_ spread: Spread) -> Legend.Item? {
    spread.portrait.map { Legend.Item($0.name, paint: $0.paint, key: .letter) }
  }

  private func plot(
    of measure: Measure,
    _ lead: [Spread],
    _ others: [Spread],
    _ legend: Legend?
  ) -> Plot {
    let histogram = HistogramDrawing(measure: measure)
    var axis = histogram.axis
    axis.hasGrid = true
    let isWhole = measure.facts.isWhole
    var marks: [any Mark] = others.map { spread in
      LineMark(Self.line(spread, isWhole, within: histogram.range), paint: .other, width: 0.75)
    }
    marks += lead.map { spread in
      LineMark(Self.line(spread, isWhole, within: histogram.range), paint: spread.paint)
    }
    marks.append(LineLettersMark(letters: Self.letters(lead, isWhole)))
    return Plot(
      x: axis,
      y: .linear(format: .percent, domain: 0...1, marking: .at([0, 0.25, 0.5, 0.75, 1])),
      marks: marks,
      legend: legend
    )
  }

  /// The steps as corners of a line, from the left end of the axis to the right one.
  private static func line(
    _ spread: Spread,
    _ isWhole: Bool,
    within range: ClosedRange<Double>
  ) -> [LineMark.Value] {
    let (low, high) = (range.lowerBound, range.upperBound)
    var line: [LineMark.Value] = [(low, 0)]
    for step in spread.steps(isWhole: isWhole) {
      guard step.x <= high else { break }
      if step.x > low { line.append((step.x, line[line.count - 1].y)) }
      line.append((max(step.x, low), step.y))
    }
    return line + [(high, line[line.count - 1].y)]
  }

  /// Letters where the lines are steep, the one with the highest median lowest, so that none lies on
  /// another.
  private static func letters(_ lead: [Spread], _ isWhole: Bool) -> [LineLettersMark.Letter] {
    let ordered = lead.filter { $0.portrait != nil }
      .enumerated().sorted { ($0.element.median, $0.offset) > ($1.element.median, $1.offset) }
      .map(\.element)
    return ordered.enumerated().compactMap { place, spread in
      let last = Double(max(1, ordered.count - 1))
      let share = ordered.count == 1 ? 0.5 : 0.14 + 0.72 * Double(place) / last
      guard let portrait = spread.portrait,
        let step = spread.steps(isWhole: isWhole).first(where: { $0.y >= share })
      else { return nil }
      return LineLettersMark.Letter(x: step.x, y: share, look: portrait.look)
    }
  }

  private func describe(
    _ rows: MeasureRows,
    others: Int,
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let (words, measure) = (reading.words, rows.measure)
    let histogram = HistogramDrawing(measure: measure)
    let key = reading.isSegmented ? "ecdf.desc" : "ecdf.desc.all"
    rows.head(&picture, guide: words(key), isLog: histogram.isLog)
    if !histogram.isLog { picture.notes = [histogram.beyond(reading)].compactMap(\.self) }
    if others > 0 {
      picture.notes.append(words("ecdf.others", ["n": reading.format.integer(others)]))
    }
    picture.needsKey = false
    picture.notes += reading.missing(measure)
    picture.summary = rows.summary
    picture.table = rows.table(of: [10, 25, 50, 75, 90])
  }
}
