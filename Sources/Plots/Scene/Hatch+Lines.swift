import RealModule

extension Hatch {
  /// The lines over a rectangle; they run through fixed places of the page, not of the rectangle.
  func lines(over bounds: Rect) -> [(Point, Point)] {
    // A line is where x + y is an odd multiple of half the step.
    let step = pitch * Double.sqrt(2)
    let first = ((bounds.minX + bounds.minY) / step).rounded(.down)
    let last = ((bounds.maxX + bounds.maxY) / step).rounded(.up)
    guard last - first < 20_000 else { return [] }
    return stride(from: first, through: last, by: 1).map { count in
      let sum = (count + 0.5) * step
      return (
        Point(sum - bounds.minY, bounds.minY), Point(sum - bounds.maxY, bounds.maxY)
      )
    }
  }
}
