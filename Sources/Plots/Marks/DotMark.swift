/// Single dots, each with the marker of its paint and, if known, its interval.
package struct DotMark: Mark {
  /// One dot.
  package struct Dot: Sendable, Hashable {
    /// Its place along the horizontal axis.
    package var x: Double
    /// Its place along the vertical axis.
    package var y: Double
    /// The ends of its interval along the horizontal axis.
    package var interval: ClosedRange<Double>?
    /// Whose color and marker it has.
    package var paint: Paint
    /// What is written beside it.
    package var label: String?

    /// A dot.
    package init(
      x: Double,
      y: Double,
      interval: ClosedRange<Double>? = nil,
      paint: Paint = .single,
      label: String? = nil
    ) {
      self.x = x
      self.y = y
      self.interval = interval
      self.paint = paint
      self.label = label.map(SafeText.label)
    }
  }

  /// The dots.
  package let dots: [Dot]
  /// How wide a dot is.
  package let size: Double

  /// Dots; those without a place are left out.
  package init(_ dots: [Dot], size: Double = 5) {
    self.dots = dots.filter { $0.x.isFinite && $0.y.isFinite }
    self.size = size
  }

  /// All places and the ends of all intervals.
  package var extent: MarkExtent {
    let ends = dots.compactMap(\.interval).flatMap { [$0.lowerBound, $0.upperBound] }
    return MarkExtent(x: dots.map(\.x) + ends, y: dots.map(\.y))
  }

  /// Room for labels.
  package func margins(_ style: PlotStyle) -> Insets {
    let font = style.type[.data]
    let widest = dots.compactMap(\.label).map { style.measure.width($0, style: font) }.max()
    return Insets(right: widest.map { $0 + size / 2 + 4 } ?? 0)
  }

  /// Draws intervals, dots and labels.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    for dot in dots {
      let look = dot.paint.look(in: frame.style.theme)
      let place = Point(frame.x.clampedPosition(dot.x), frame.y.clampedPosition(dot.y))
      var end = place.x + size / 2
      scene.group(tag: dot.paint.hasLetter ? look.letter : nil) { scene in
        if let interval = dot.interval {
          end = max(end, drawInterval(interval, y: place.y, look, frame, on: &scene))
        }
        scene.add(
          look.marker.items(at: place, size: size, color: look.fill, page: frame.style.theme.page)
        )
      }
      guard let label = dot.label else { continue }
      let font = frame.style.type[.data]
      scene.text(
        label,
        at: Point(end + 3, PlotFrame.baseline(centeredOn: place.y, font)),
        style: font,
        color: look.text,
        maxWidth: max(0, frame.size.width - end - 3)
      )
    }
  }

  private func drawInterval(
    _ interval: ClosedRange<Double>,
    y: Double,
    _ look: SegmentStyle,
    _ frame: PlotFrame,
    on scene: inout Scene
  ) -> Double {
    let low = frame.x.clampedPosition(interval.lowerBound)
    let high = frame.x.clampedPosition(interval.upperBound)
    // An interval narrower than its dot would only look like dirt.
    guard high - low > size else { return high }
    let stroke = Stroke(look.fill, width: 1)
    scene.line(Point(low, y), Point(high, y), stroke)
    for x in [low, high] {
      scene.line(Point(x, y - size / 2), Point(x, y + size / 2), stroke)
    }
    return high
  }
}
