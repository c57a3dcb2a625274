/// Boxes around the middle half of the values of each row, with whiskers.
package struct BoxMark: Mark {
  /// The five numbers of one row.
  package struct Box: Sendable, Hashable {
    /// Its band, 0 for the first.
    package let band: Double
    /// The end of the lower whisker.
    package let low: Double
    /// The lower quartile.
    package let q25: Double
    /// The median.
    package let median: Double
    /// The upper quartile.
    package let q75: Double
    /// The end of the upper whisker.
    package let high: Double
    /// Whose color it has.
    package let paint: Paint
    /// What is said about values beyond the upper whisker.
    package let beyond: String?

    /// A box; its numbers must rise.
    package init(
      band: Int,
      low: Double,
      q25: Double,
      median: Double,
      q75: Double,
      high: Double,
      paint: Paint = .single,
      beyond: String? = nil
    ) {
      self.band = Double(band)
      self.low = low
      self.q25 = q25
      self.median = median
      self.q75 = q75
      self.high = high
      self.paint = paint
      self.beyond = beyond.map(SafeText.label)
    }
  }

  /// The boxes.
  package let boxes: [Box]

  /// Boxes; those with numbers that are none or do not rise are left out.
  package init(_ boxes: [Box]) {
    self.boxes = boxes.filter { box in
      let numbers = [box.low, box.q25, box.median, box.q75, box.high]
      return numbers.allSatisfy(\.isFinite) && zip(numbers, numbers.dropFirst()).allSatisfy(<=)
    }
  }

  /// From the lowest whisker to the highest.
  package var extent: MarkExtent {
    MarkExtent(x: boxes.flatMap { [$0.low, $0.high] }, y: boxes.map(\.band))
  }

  /// Room for words behind the whiskers.
  package func margins(_ style: PlotStyle) -> Insets {
    let font = style.type[.note]
    let widest = boxes.compactMap(\.beyond).map { style.measure.width($0, style: font) }.max()
    return Insets(right: widest.map { $0 + 6 } ?? 0)
  }

  /// Draws whiskers, boxes and medians.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    let height = min(frame.y.bandWidth * 0.6, 14)
    for box in boxes {
      let look = box.paint.look(in: frame.style.theme)
      let y = frame.y.position(box.band)
      let x = frame.x.clampedPosition
      let line = Stroke(look.fill, width: 1)
      scene.group(tag: box.paint.hasLetter ? look.letter : nil) { scene in
        scene.line(Point(x(box.low), y), Point(x(box.q25), y), line)
        scene.line(Point(x(box.q75), y), Point(x(box.high), y), line)
        for end in [box.low, box.high] {
          scene.line(Point(x(end), y - height / 4), Point(x(end), y + height / 4), line)
        }
        let rect = Rect(
          from: Point(x(box.q25), y - height / 2),
          to: Point(x(box.q75), y + height / 2)
        )
        scene.fill(rect, look.tint)
        scene.outline(rect, line)
        scene.line(
          Point(x(box.median), y - height / 2),
          Point(x(box.median), y + height / 2),
          Stroke(look.text, width: 2)
        )
      }
      guard let beyond = box.beyond else { continue }
      let font = frame.style.type[.note]
      scene.text(
        beyond,
        at: Point(x(box.high) + 4, PlotFrame.baseline(centeredOn: y, font)),
        style: font,
        color: frame.style.theme.secondary,
        maxWidth: max(0, frame.size.width - x(box.high) - 4)
      )
    }
  }
}
