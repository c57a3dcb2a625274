import Plots
import Segments

/// Draws the card of one segment: a band with its name, facts, differences, histograms, advice.
struct SegmentCard {
  static let inset = 10.0
  let portrait: Portrait
  let reading: Reading
  let width: Double
  /// How high the card may be to fit on a page.
  var limit = Double.infinity

  /// A card across the page has its histograms beside the differences instead of below them.
  private var isWide: Bool { width > 400 }
  private var inner: Double { width - 2 * Self.inset }

  /// How high the card must be and how high it may become.
  var heights: ClosedRange<Double> {
    guard !portrait.isHidden else { return 80...80 }
    let advice = self.advice.height
    let usual = (isWide ? 196.0 : 250) + advice
    let least = min(usual, max(limit, usual - 20))
    return least...(usual + (isWide ? 110 : 130))
  }

  /// The card, as high as given.
  func scene(height: Double) -> Scene {
    var drawing = Drawing(width: width, style: reading.style)
    band(&drawing)
    var y = facts(&drawing)
    if portrait.isHidden {
      let few = reading.words("few.card", ["n": "\(reading.style.smallestCell)"])
      drawing.paragraph(few, Self.inset, y + 10, .body.within(inner))
    } else {
      y = max(y, 82)
      let body = height - advice.height
      let left = isWide ? inner * 0.44 : inner
      let differences = Differences(portrait: portrait, reading: reading)
      let end = differences.draw(Self.inset, y, width: left, in: &drawing)
      let start = isWide ? Self.inset + left + 28 : Self.inset
      let top = isWide ? y : end + 12
      let right = Rect(
        x: start,
        y: top,
        width: Self.inset + inner - start,
        height: body - 10 - top
      )
      histograms(in: right, &drawing)
      draw(advice, below: body - 3, &drawing)
    }
    let frame = Rect(x: 0.25, y: 0.25, width: width - 0.5, height: height - 0.5)
    drawing.add(.rectangle(frame, stroke: Stroke(drawing.theme.grid, width: 0.5)))
    return drawing.scene(height: height)
  }

  /// The measures whose histograms a card has room for, clustered ones first.
  var measures: [Measure] {
    let first = reading.varying.sorted {
      ($0.facts.clustered ? 0 : 1, $0.place) < ($1.facts.clustered ? 0 : 1, $1.place)
    }.prefix(3)
    let isRoomy = isWide || first.allSatisfy { labelWidth(of: $0) * 2.6 + 12 < inner / 3 - 7 }
    return Array(first.prefix(isRoomy ? 3 : 2))
  }

  /// How wide the longer of the two outermost values is on a linear axis.
  private func labelWidth(of measure: Measure) -> Double {
    let histogram = HistogramDrawing(measure: measure)
    guard !histogram.isLog else { return 0 }
    let ends = [histogram.range.lowerBound, histogram.range.upperBound]
    return ends.map { reading.style.width(measure.text($0), .axis) }.max() ?? 0
  }

  private func band(_ drawing: inout Drawing) {
    let band = Rect(x: 0, y: 0, width: width, height: 26)
    drawing.add(.rectangle(band, fill: .color(portrait.look.fill)))
    let size = reading.size(of: portrait)
    let ink = portrait.look.ink
    let room = drawing.style.width(size, .desc.medium) + 14
    drawing.text(portrait.letter, Self.inset, 16.6, Lettering(.h2).color(ink))
    let left = Self.inset + drawing.style.width(portrait.letter, .h2) + 6
    drawing.text(
      portrait.name,
      left,
      16.6,
      Lettering(.h2).color(ink).within(width - left - room - Self.inset + 4)
    )
    drawing.text(size, width - Self.inset, 16.4, .desc.medium.color(ink).end)
  }

  /// Shares and a sentence; returns the y below them.
  private func facts(_ drawing: inout Drawing) -> Double {
    guard !portrait.isHidden else { return 40 }
    let words = reading.words
    var parts = [words("card.share", ["share": reading.format.percent(portrait.facts.share)])]
    if let value = reading.value, let total = portrait.facts.value {
      let values = ["value": value.total(total), "measure": value.inner]
      parts.append(words("card.value", values))
      if let share = portrait.facts.valueShare {
        let values = ["share": reading.format.percent(share), "of": value.of]
        parts.append(words("card.value-share", values))
      }
    }
    let shares = parts.joined(separator: " · ")
    let y = drawing.paragraph(shares, Self.inset, 40, .desc.within(inner), lines: 2) + 5
    let sentence = Traits(reading: reading).text(of: portrait, most: 3).capitalizedFirst + "."
    return drawing.paragraph(sentence, Self.inset, y, .body.within(inner), lines: 2) + 5
  }

  /// Small histograms side by side, over the outline of all customers.
  private func histograms(in rect: Rect, _ drawing: inout Drawing) {
    let measures = self.measures
    guard !measures.isEmpty else { return }
    let gap = 10.0
    let width = (rect.width - gap * Double(measures.count - 1)) / Double(measures.count)
    for (place, measure) in measures.enumerated() {
      let x = rect.minX + Double(place) * (width + gap)
      let isLong = drawing.style.width(measure.label, .axis) > width
      drawing.text(
        measure.label,
        x,
        rect.minY,
        (isLong ? Lettering.axis.size(7) : .axis).within(width)
      )
      let histogram = HistogramDrawing(measure: measure)
      guard let shares = histogram.shares(of: portrait) else { continue }
      let highest = max(shares.max() ?? 0, histogram.all.max() ?? 0)
      var plot = histogram.plot(of: shares, portrait.paint, highest: highest)
      plot.y = .hidden(domain: 0...max(highest, 1e-9))
      let size = Size(width, rect.height - 17)
      drawing.place(plot.scene(size: size, style: reading.style.plot), x, rect.minY + 4)
    }
    let (x, y) = (rect.minX, rect.maxY - 2.5)
    drawing.line(Point(x, y), Point(x + 12, y), Stroke(drawing.theme.secondary, width: 0.75))
    drawing.text(reading.words("card.all"), x + 16, y + 2.5, .axis.within(rect.width - 16))
  }

  /// What to do about a segment, broken into lines, with the height it needs.
  private struct Advice {
    let title: String
    let lines: [String]
    /// The most lines of any segment, so that cards side by side are equally high.
    let most: Int
    var height: Double { most == 0 ? 0 : 22 + 11 * Double(most) }
  }

  private var advice: Advice {
    func lines(_ portrait: Portrait) -> [String] {
      guard !portrait.isHidden else { return [] }
      let lines = portrait.actions.flatMap { text in
        reading.style.measure.wrap(
          text,
          width: inner,
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
    drawing.rule(y, from: Self.inset, to: width - Self.inset)
    drawing.text(advice.title, Self.inset, y + 12, .data.bold)
    for (place, line) in advice.lines.enumerated() {
      let baseline = y + 23 + 11 * Double(place)
      drawing.text(line, Self.inset, baseline, Lettering(.desc).color(drawing.theme.ink))
    }
  }
}
