import Plots
import Segments

/// A quarter of a page that describes one segment: who they are and what makes them different.
struct SegmentCardPanel: Panel {
  static let id = "segment_card"
  static let takesSegment = true
  private static let inset = 10.0
  /// The height above the advice; two cards with three lines of it stand one above the other.
  private static let body = 264.0

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let portrait = subject.segments?.first else {
      return .absent(reading.words("absent.no-segment"))
    }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let advice = self.advice(for: portrait, reading, drawing.width)
    let height = portrait.isHidden ? 80.0 : Self.body + advice.height
    band(portrait, reading, &drawing)
    var y = facts(portrait, reading, &drawing)
    if portrait.isHidden {
      drawing.paragraph(
        reading.words("few.card", ["n": "\(reading.style.smallestCell)"]),
        Self.inset,
        y + 10,
        .body.within(subject.width - 2 * Self.inset)
      )
    } else {
      y = max(y, 82)
      let middle = subject.width * 0.54
      differences(
        portrait,
        reading,
        Rect(x: Self.inset, y: y, width: middle - 20, height: 0),
        &drawing
      )
      let right = Rect(
        x: middle,
        y: y,
        width: subject.width - middle - Self.inset,
        height: Self.body - y
      )
      histograms(portrait, reading, right, &drawing)
      draw(advice, below: Self.body - 3, &drawing)
    }
    let frame = Rect(x: 0.25, y: 0.25, width: subject.width - 0.5, height: height - 0.5)
    drawing.add(.rectangle(frame, stroke: Stroke(drawing.theme.grid, width: 0.5)))
    var picture = Picture(plot: drawing.scene(height: height))
    describe(portrait, reading, &picture)
    return .picture(picture)
  }

  /// What to do about a segment, broken into lines, with the height it needs.
  private struct Advice {
    let title: String
    let lines: [String]
    /// The most lines of any segment, so that cards side by side are equally high.
    let most: Int
    var height: Double { most == 0 ? 0 : 22 + 11 * Double(most) }
  }

  private func advice(for portrait: Portrait, _ reading: Reading, _ width: Double) -> Advice {
    func lines(_ portrait: Portrait) -> [String] {
      guard !portrait.isHidden else { return [] }
      let lines = portrait.actions.flatMap { text in
        reading.style.measure.wrap(
          text,
          width: width - 2 * Self.inset,
          style: reading.style.text(.desc),
          maxLines: 3
        )
      }
      return Array(lines.prefix(3))
    }
    return Advice(
      title: reading.words("card.actions"),
      lines: lines(portrait),
      most: reading.segments.map { lines($0).count }.max() ?? 0
    )
  }

  private func draw(_ advice: Advice, below y: Double, _ drawing: inout Drawing) {
    guard !advice.lines.isEmpty else { return }
    drawing.rule(y, from: Self.inset, to: drawing.width - Self.inset)
    drawing.text(advice.title, Self.inset, y + 12, .data.bold)
    for (place, line) in advice.lines.enumerated() {
      let baseline = y + 23 + 11 * Double(place)
      drawing.text(line, Self.inset, baseline, Lettering(.desc).color(drawing.theme.ink))
    }
  }

  private func band(_ portrait: Portrait, _ reading: Reading, _ drawing: inout Drawing) {
    drawing.add(
      .rectangle(
        Rect(x: 0, y: 0, width: drawing.width, height: 26),
        fill: .color(portrait.look.fill)
      )
    )
    let size = reading.size(of: portrait)
    let ink = portrait.look.ink
    let room = drawing.style.width(size, .desc.medium) + 14
    drawing.text(portrait.letter, Self.inset, 16.6, Lettering(.h2).color(ink))
    let left = Self.inset + drawing.style.width(portrait.letter, .h2) + 6
    drawing.text(
      portrait.name,
      left,
      16.6,
      Lettering(.h2).color(ink).within(drawing.width - left - room - Self.inset + 4)
    )
    drawing.text(
      size,
      drawing.width - Self.inset,
      16.4,
      .desc.medium.color(ink).end
    )
  }

  /// Shares and a sentence; returns the y below them.
  private func facts(_ portrait: Portrait, _ reading: Reading, _ drawing: inout Drawing) -> Double {
    guard !portrait.isHidden else { return 40 }
    let words = reading.words
    var parts = [
      words("card.share", ["share": reading.format.percent(portrait.facts.share)])
    ]
    if let value = reading.value, let total = portrait.facts.value {
      parts.append(
        words(
          "card.value",
          ["value": value.total(total), "measure": value.inner]
        )
      )
      if let share = portrait.facts.valueShare {
        parts.append(
          words(
            "card.value-share",
            ["share": reading.format.percent(share), "of": value.of]
          )
        )
      }
    }
    let width = drawing.width - 2 * Self.inset
    let shares = parts.joined(separator: " · ")
    let y = drawing.paragraph(shares, Self.inset, 40, .desc.within(width), lines: 2) + 5
    let sentence = Traits(reading: reading).text(of: portrait, most: 3).capitalizedFirst + "."
    return drawing.paragraph(sentence, Self.inset, y, .body.within(width), lines: 2) + 5
  }

  private func differences(
    _ portrait: Portrait,
    _ reading: Reading,
    _ rect: Rect,
    _ drawing: inout Drawing
  ) {
    let traits = Array(Traits(reading: reading).strongest(of: portrait).prefix(6))
    drawing.text(reading.words("card.differences"), rect.minX, rect.minY, .data.bold)
    drawing.text(reading.words("card.versus"), rect.minX, rect.minY + 10, .note)
    let most = max(traits.map(\.z.magnitude).max() ?? 1, 1)
    let zero = rect.minX + 26
    var y = rect.minY + 24
    for trait in traits {
      drawing.text(
        trait.measure.label,
        rect.minX,
        y,
        Lettering(.axis).color(drawing.theme.ink).within(rect.width)
      )
      let length = trait.z / most * 26
      let color = drawing.theme.divergingScale(2).color(of: trait.z > 0 ? 1.2 : -1.2)
      drawing.bar(Rect(x: zero, y: y + 4, width: length, height: 8), trait.z, .plain(color))
      drawing.line(
        Point(zero, y + 2.5),
        Point(zero, y + 13.5),
        Stroke(drawing.theme.axis, width: 0.75)
      )
      if let value = portrait.value(of: trait.measure) {
        let text = reading.words(
          "card.pair",
          [
            "here": trait.measure.text(value.median),
            "all": trait.measure.text(trait.measure.facts.median),
          ]
        )
        let room = rect.maxX - zero - 32
        let isLong = drawing.style.width(text, .data) > room
        let lettering = (isLong ? Lettering.data.size(7) : .data).within(room)
        drawing.paragraph(text, zero + 32, y + 10.7, lettering, lines: 2)
      }
      y += 26
    }
  }

  /// The measures whose histograms a card has room for, clustered ones first.
  private func histogramMeasures(_ reading: Reading) -> [Measure] {
    Array(
      reading.varying.sorted {
        ($0.facts.clustered ? 0 : 1, $0.place) < ($1.facts.clustered ? 0 : 1, $1.place)
      }.prefix(3)
    )
  }

  private func histograms(
    _ portrait: Portrait,
    _ reading: Reading,
    _ rect: Rect,
    _ drawing: inout Drawing
  ) {
    let measures = histogramMeasures(reading)
    var y = rect.minY
    for measure in measures {
      drawing.text(measure.label, rect.minX, y, .axis.within(rect.width))
      let histogram = HistogramDrawing(measure: measure)
      guard let shares = histogram.shares(of: portrait) else { continue }
      let highest = max(shares.max() ?? 0, histogram.all.max() ?? 0)
      var plot = histogram.plot(of: shares, portrait.paint, highest: highest)
      plot.y = .hidden(domain: 0...max(highest, 1e-9))
      let scene = plot.scene(size: Size(rect.width, 43), style: reading.style.plot)
      drawing.place(scene, rect.minX, y + 5)
      y += 57
    }
    guard !measures.isEmpty else { return }
    drawing.line(
      Point(rect.minX, y - 5.5),
      Point(rect.minX + 12, y - 5.5),
      Stroke(drawing.theme.secondary, width: 0.75)
    )
    drawing.text(reading.words("card.all"), rect.minX + 16, y - 3, .axis.within(rect.width - 16))
  }

  private func describe(_ portrait: Portrait, _ reading: Reading, _ picture: inout Picture) {
    let words = reading.words
    picture.summary =
      "\(portrait.letter) \(portrait.name): \(reading.size(of: portrait)). "
      + Traits(reading: reading).text(of: portrait) + ". "
      + portrait.actions.joined(separator: " ")
    picture.table = DataTable(
      [words("table.measure"), words("table.median"), words("table.all")],
      portrait.isHidden
        ? []
        : reading.varying.compactMap { measure in
          portrait.value(of: measure).map {
            [measure.label, measure.text($0.median), measure.text(measure.facts.median)]
          }
        }
    )
    picture.anchor = "segment-\(portrait.letter)"
    let logs = histogramMeasures(reading).filter { HistogramDrawing(measure: $0).isLog }
    if !portrait.isHidden, !logs.isEmpty {
      let scale = words("x.scale.log.long").capitalizedFirst
      picture.notes = [scale + ": " + words.list(logs.map(\.label))]
    }
  }
}
