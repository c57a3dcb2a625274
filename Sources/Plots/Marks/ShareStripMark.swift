/// Strips of 100%, one a row, cut into the shares of segments.
package struct ShareStripMark: Mark {
  /// One piece of a strip.
  package struct Part: Sendable, Hashable {
    /// How much of the whole, in any unit.
    package let value: Double
    /// Whose color and letter it has.
    package let paint: Paint
    /// What is written inside beside the letter, such as `33%`.
    package let label: String?

    /// A piece.
    package init(_ value: Double, paint: Paint, label: String? = nil) {
      self.value = value
      self.paint = paint
      self.label = label.map(SafeText.label)
    }
  }

  /// One strip.
  package struct Strip: Sendable, Hashable {
    /// Its band, 0 for the first.
    package let band: Double
    /// Its pieces from left to right.
    package let parts: [Part]

    /// A strip of pieces.
    package init(band: Int, parts: [Part]) {
      self.band = Double(band)
      self.parts = parts.filter { $0.value.isFinite && $0.value > 0 }
    }
  }

  /// The strips.
  package let strips: [Strip]
  /// The height as a share of the band.
  package let thickness: Double

  /// Strips; those without a positive piece are not drawn.
  package init(_ strips: [Strip], thickness: Double = 0.62) {
    self.strips = strips.filter { !$0.parts.isEmpty }
    self.thickness = thickness
  }

  /// From nothing to all.
  package var extent: MarkExtent {
    strips.isEmpty ? .none : MarkExtent(x: [0, 1], y: strips.map(\.band))
  }

  /// Every piece with its share of the whole.
  package func fact(in frame: PlotFrame) -> MarkFact {
    let pieces = strips.flatMap { strip in
      zip(strip.parts, rects(of: strip, frame)).map { part, rect in
        let look = part.paint.look(in: frame.style.theme)
        return MarkPiece(
          rect,
          to: part.value / strip.parts.map(\.value).reduce(0, +),
          scale: "\(strip.band)",
          fill: look.fill,
          outline: look.hatch?.line ?? Self.outline(of: look, in: frame.style.theme),
          letter: part.paint.hasLetter ? look.letter : nil
        )
      }
    }
    return MarkFact(MarkFact.slice, x: extent.x, y: extent.y, pieces: pieces)
  }

  /// Draws the pieces with gaps of page between, and in each as much text as fits.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    for strip in strips {
      for (part, rect) in zip(strip.parts, rects(of: strip, frame)) {
        draw(part, in: rect, frame, on: &scene)
      }
    }
  }

  /// A pale piece would be lost on the page.
  private static func outline(of look: SegmentStyle, in theme: Theme) -> Color? {
    look.fill.contrast(to: theme.page) < 3 ? theme.tertiary : nil
  }

  private func rects(of strip: Strip, _ frame: PlotFrame) -> [Rect] {
    let height = frame.y.bandWidth * thickness
    let total = strip.parts.map(\.value).reduce(0, +)
    let middle = frame.y.position(strip.band)
    var done = 0.0
    return strip.parts.map { part in
      let left = frame.x.position(done / total)
      done += part.value
      let right = frame.x.position(done / total)
      return Rect(
        from: Point(left + 0.375, middle - height / 2),
        to: Point(max(left + 0.4, right - 0.375), middle + height / 2)
      )
    }
  }

  private func draw(_ part: Part, in rect: Rect, _ frame: PlotFrame, on scene: inout Scene) {
    let look = part.paint.look(in: frame.style.theme)
    let font = frame.style.type[.data]
    scene.group(title: part.label, tag: part.paint.hasLetter ? look.letter : nil) { scene in
      let outline = Self.outline(of: look, in: frame.style.theme)
      if look.hatch == nil, let outline, rect.width > 2 {
        let inner = rect.inset(left: 0.3, top: 0.3, right: 0.3, bottom: 0.3)
        scene.add(.rectangle(inner, fill: look.area, stroke: Stroke(outline, width: 0.6)))
      } else {
        scene.add(.rectangle(rect, fill: look.area))
      }
      let whole = [look.letter, part.label ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
      let fitting = [whole, part.label ?? "", look.letter].first { text in
        !text.isEmpty && frame.style.measure.width(text, style: font) + 4 <= rect.width
      }
      guard let fitting, rect.height >= font.size else { return }
      scene.text(
        fitting,
        at: Point(rect.midX, PlotFrame.baseline(centeredOn: rect.midY, font)),
        style: font,
        color: look.ink,
        anchor: .middle
      )
    }
  }
}
