/// Ellipses with the letter of a segment in their middle, for maps.
package struct EllipseMark: Mark {
  /// One ellipse in the values of the axes.
  package struct Ellipse: Sendable, Hashable {
    /// Its middle along the horizontal axis.
    package let x: Double
    /// Its middle along the vertical axis.
    package let y: Double
    /// The spread along the horizontal axis.
    package let varianceX: Double
    /// The spread along the vertical axis.
    package let varianceY: Double
    /// How both vary together.
    package let covariance: Double
    /// Whose letter and color it has.
    package let paint: Paint

    /// The ellipse of a normal cloud with given middle, variances and covariance.
    package init(
      x: Double,
      y: Double,
      varianceX: Double,
      varianceY: Double,
      covariance: Double,
      paint: Paint
    ) {
      self.x = x
      self.y = y
      self.varianceX = varianceX
      self.varianceY = varianceY
      self.covariance = covariance
      self.paint = paint
    }

    var isSound: Bool {
      [x, y, varianceX, varianceY, covariance].allSatisfy(\.isFinite)
    }
  }

  /// The ellipses.
  package let ellipses: [Ellipse]
  /// The share of a normal cloud that lies inside.
  package let share: Double

  /// Ellipses that hold half of each cloud unless told otherwise.
  package init(_ ellipses: [Ellipse], share: Double = 0.5) {
    self.ellipses = ellipses.filter(\.isSound)
    self.share = share
  }

  /// The middles with what the outlines reach around them.
  package var extent: MarkExtent {
    MarkExtent(
      x: ellipses.flatMap { [$0.x - reach($0.varianceX), $0.x + reach($0.varianceX)] },
      y: ellipses.flatMap { [$0.y - reach($0.varianceY), $0.y + reach($0.varianceY)] }
    )
  }

  /// Draws all outlines, then all letters.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    let theme = frame.style.theme
    scene.group(clip: frame.area) { scene in
      for ellipse in ellipses {
        guard let path = path(of: ellipse, frame) else { continue }
        scene.add(.path(path, stroke: Stroke(theme.page, width: 2.6)))
        scene.add(.path(path, stroke: Stroke(theme.ink, width: 1)))
      }
    }
    let radius = 7.5 * frame.style.type.factor
    for ellipse in ellipses where ellipse.paint.hasLetter {
      let look = ellipse.paint.look(in: theme)
      let middle = frame.point(ellipse.x, ellipse.y)
      guard frame.area.contains(middle) else { continue }
      // A letter on the edge of the map is moved inward rather than cut.
      let place = Point(
        min(max(middle.x, frame.area.minX + radius), frame.area.maxX - radius),
        min(max(middle.y, frame.area.minY + radius), frame.area.maxY - radius)
      )
      let font = frame.style.type[.data].weight(.semibold).proportionalFigures
        .size(radius * 1.2 / Double(max(1, look.letter.count)))
      scene.add(.circle(place, radius: radius + 1.5, fill: .color(theme.page)))
      scene.add(.circle(place, radius: radius, fill: look.area))
      scene.text(
        look.letter,
        at: Point(place.x, PlotFrame.baseline(centeredOn: place.y, font)),
        style: font,
        color: look.ink,
        anchor: .middle
      )
    }
  }
}
