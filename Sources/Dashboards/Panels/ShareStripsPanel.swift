import Plots
import Segments

/// Compares how customers and totals are divided: one strip for each total.
struct ShareStripsPanel: Panel {
  static let id = "share_strip"
  private static let mostPitch = 46.0

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let shares = Array(reading.shares.prefix(4))
    guard reading.isSegmented else { return .absent(reading.words("absent.one-segment")) }
    // A single strip would repeat the sizes.
    guard shares.count > 1 else { return .absent("") }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let label = subject.width > 300 ? 66.0 : 58
    let count = Double(shares.count)
    var legend = Drawing(width: subject.width, style: reading.style)
    let foot = legend.legend(reading.segments, label, -3) - 2
    let tallest = Self.mostPitch * count + foot
    let height = subject.height(from: 31 * count + foot, to: tallest)
    let pitch = (height - foot) / count
    let strip = 20 + (pitch - 31) / 2
    var y = 0.0
    for share in shares {
      drawing.text(
        share.label,
        0,
        y + strip / 2 - 1.5,
        .desc.bold.within(label - 6).color(drawing.theme.ink)
      )
      drawing.text(share.total, 0, y + strip / 2 + 8.5, .axis.within(label - 6))
      let rect = Rect(x: label, y: y, width: subject.width - label, height: strip)
      self.strip(share, reading, rect, &drawing)
      y += pitch
    }
    _ = drawing.legend(reading.segments, label, y - 3)
    var picture = Picture(plot: drawing.scene(height: height))
    picture.tallest = tallest
    describe(shares, reading, &picture)
    return .picture(picture)
  }

  private func strip(
    _ share: Shares,
    _ reading: Reading,
    _ rect: Rect,
    _ drawing: inout Drawing
  ) {
    var x = rect.minX
    let gap = 0.75
    for (portrait, part) in zip(reading.segments, share.parts) {
      let width = part * rect.width
      defer { x += width }
      guard width > gap else { continue }
      let box = Rect(x: x, y: rect.minY, width: width - gap, height: rect.height)
      drawing.slice(box, part, .full(portrait), strip: share.label)
      let percent = portrait.isHidden ? "" : " " + reading.format.percent(part)
      let lettering = Lettering.data.middle.color(portrait.look.ink)
      let full = portrait.letter + percent
      let text = drawing.style.width(full, lettering) < width - 5 ? full : portrait.letter
      guard drawing.style.width(text, lettering) < width - 3 else { continue }
      drawing.text(text, box.midX, rect.midY + 2.7, lettering)
    }
    let rest = share.unassigned * rect.width
    guard rest > gap else { return }
    let box = Rect(x: x, y: rect.minY, width: rest - gap, height: rect.height)
    drawing.slice(box, share.unassigned, .full(drawing.theme.noise), strip: share.label)
  }

  private func describe(_ shares: [Shares], _ reading: Reading, _ picture: inout Picture) {
    let words = reading.words
    picture.title = title(shares, reading)
    picture.descriptor = words(
      "shares.desc",
      ["n": reading.format.integer(reading.report.customers)]
    )
    if reading.report.noise.size > 0 {
      let customers = reading.customers(reading.report.noise.size)
      picture.notes = [
        words("unassigned") + " — " + words("unassigned.note", ["customers": customers])
      ]
    }
    let rows = zip(reading.segments.indices, reading.segments).map { index, portrait in
      [portrait.letter + " " + portrait.name]
        + shares.map { portrait.isHidden ? "–" : reading.format.percent($0.parts[index]) }
    }
    picture.table = DataTable([words("table.segment")] + shares.map(\.label), rows)
    picture.summary = words("shares.summary", ["list": words.list(shares.map(\.label))])
  }

  /// The part that is most out of proportion with the customers who bring it.
  private func title(_ shares: [Shares], _ reading: Reading) -> String {
    guard let customers = shares.first else { return "" }
    var best: (gap: Double, segment: Int, share: Shares)?
    for share in shares.dropFirst() {
      for (index, part) in share.parts.enumerated() where !reading.segments[index].isHidden {
        let gap = part - customers.parts[index]
        if gap > best?.gap ?? 0.05 { best = (gap, index, share) }
      }
    }
    guard let best else { return reading.words("shares.even") }
    return reading.words(
      "shares.title",
      [
        "segment": reading.segments[best.segment].name,
        "part": reading.format.percent(best.share.parts[best.segment]),
        "of": best.share.of,
        "customers": reading.format.percent(customers.parts[best.segment]),
      ]
    )
  }
}
