/// Bars that grow from zero (or from a given start) along one axis.
package struct BarMark: Mark {
  /// The way bars grow.
  package enum Direction: Sendable, Hashable {
    /// Along the horizontal axis; the vertical one has the bands.
    case horizontal
    /// Along the vertical axis; the horizontal one has the bands.
    case vertical
  }

  /// How a bar is painted.
  package enum Finish: Sendable, Hashable {
    /// With the full color.
    case full
    /// Pale with an outline, for the lesser of two bars.
    case tint
  }

  /// One bar.
  package struct Bar: Sendable, Hashable {
    /// Its band, 0 for the first.
    package var band: Double
    /// Where it begins.
    package var from: Double
    /// Where it ends.
    package var to: Double
    /// Whose color it has.
    package var paint: Paint
    /// What is written at its end.
    package var label: String?

    /// A bar, from zero unless told otherwise.
    package init(
      band: Int,
      to value: Double,
      from: Double = 0,
      paint: Paint = .single,
      label: String? = nil
    ) {
      self.band = Double(band)
      self.from = from
      to = value
      self.paint = paint
      self.label = label.map(SafeText.label)
    }
  }

  /// The bars.
  package var bars: [Bar]
  /// The way they grow.
  package var direction: Direction
  /// How they are painted.
  package var finish: Finish
  /// The thickness as a share of the band.
  package var thickness: Double
  /// How far the bar lies beside the middle of its band, as a share of the band.
  package var shift: Double

  /// Bars; two of them in one band by different shifts.
  package init(
    _ bars: [Bar],
    direction: Direction = .horizontal,
    finish: Finish = .full,
    thickness: Double = 0.7,
    shift: Double = 0
  ) {
    self.bars = bars.filter { $0.to.isFinite && $0.from.isFinite }
    self.direction = direction
    self.finish = finish
    self.thickness = thickness
    self.shift = shift
  }

  /// Bands along one axis, starts and ends along the other.
  package var extent: MarkExtent {
    let values = bars.flatMap { [$0.from, $0.to] }
    let bands = bars.map(\.band)
    return direction == .horizontal
      ? MarkExtent(x: values, y: bands) : MarkExtent(x: bands, y: values)
  }

  /// Room for the labels at the ends.
  package func margins(_ style: PlotStyle) -> Insets {
    let font = style.type[.data]
    func widest(_ bars: [Bar]) -> Double {
      bars.compactMap(\.label).map { style.measure.width($0, style: font) + 6 }.max() ?? 0
    }
    switch direction {
    case .horizontal:
      return Insets(right: widest(bars.filter { $0.to >= $0.from }))
    case .vertical:
      return Insets(top: bars.contains { $0.label != nil } ? font.leading + 2 : 0)
    }
  }

  /// Draws the bars and their labels.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    for bar in bars {
      let look = bar.paint.look(in: frame.style.theme)
      let rect = rect(of: bar, frame)
      scene.group(title: bar.label, tag: bar.paint.hasLetter ? look.letter : nil) { scene in
        switch finish {
        case .full: scene.add(.rectangle(rect, fill: look.area))
        case .tint:
          scene.fill(rect, look.tint)
          scene.outline(rect, Stroke(look.fill, width: 0.75))
        }
      }
      if let label = bar.label { draw(label, of: bar, rect, frame, on: &scene) }
    }
  }

  /// Every bar with its value.
  package func fact(in frame: PlotFrame) -> MarkFact {
    let pieces = bars.map { bar in
      let look = bar.paint.look(in: frame.style.theme)
      return MarkPiece(
        rect(of: bar, frame),
        from: bar.from,
        to: bar.to,
        direction: direction == .horizontal ? .horizontal : .vertical,
        fill: finish == .full ? look.fill : look.tint,
        outline: finish == .full ? look.hatch?.line : look.fill,
        letter: bar.paint.hasLetter ? look.letter : nil
      )
    }
    return MarkFact(MarkFact.bar, x: extent.x, y: extent.y, pieces: pieces)
  }

  private func rect(of bar: Bar, _ frame: PlotFrame) -> Rect {
    switch direction {
    case .horizontal:
      let height = frame.y.bandWidth * thickness
      let middle = frame.y.position(bar.band) + shift * frame.y.bandWidth
      return Rect(
        from: Point(frame.x.clampedPosition(bar.from), middle - height / 2),
        to: Point(frame.x.clampedPosition(bar.to), middle + height / 2)
      )
    case .vertical:
      let width = frame.x.bandWidth * thickness
      let middle = frame.x.position(bar.band) + shift * frame.x.bandWidth
      return Rect(
        from: Point(middle - width / 2, frame.y.clampedPosition(bar.from)),
        to: Point(middle + width / 2, frame.y.clampedPosition(bar.to))
      )
    }
  }

  private func draw(
    _ label: String,
    of bar: Bar,
    _ rect: Rect,
    _ frame: PlotFrame,
    on scene: inout Scene
  ) {
    let font = frame.style.type[.data]
    let color = finish == .full ? frame.style.theme.ink : frame.style.theme.secondary
    let grows = bar.to >= bar.from
    switch direction {
    case .horizontal:
      let y = PlotFrame.baseline(centeredOn: rect.midY, font)
      // A label that would leave the area on the left stands on the other side of the start.
      let room = rect.minX - frame.area.minX
      let isLeft = !grows && frame.style.measure.width(label, style: font) + 4 <= room
      let x = isLeft ? rect.minX - 4 : rect.maxX + 4
      scene.text(
        label,
        at: Point(x, y),
        style: font,
        color: color,
        anchor: isLeft ? .end : .start,
        maxWidth: isLeft ? x : max(0, frame.size.width - x)
      )
    case .vertical:
      scene.text(
        label,
        at: Point(rect.midX, grows ? rect.minY - 3 : rect.maxY + font.size + 1),
        style: font,
        color: color,
        anchor: .middle,
        maxWidth: frame.x.bandWidth
      )
    }
  }
}
