import RealModule

extension EllipseMark {
  /// The squared distance from the middle, in units of the spread, that holds the share.
  private var scale: Double {
    // In two dimensions the squared distance is exponential: −2 log(1 − share).
    -2 * Double.log(1 - min(max(share, 0.01), 0.99))
  }

  /// How far an outline reaches along an axis of given variance.
  func reach(_ variance: Double) -> Double {
    Double.sqrt(scale * max(0, variance))
  }

  /// The outline on the page; nil for a cloud without any spread.
  func path(of ellipse: Ellipse, _ frame: PlotFrame) -> Path? {
    // Points a unit of value, so that the covariance can be turned into that of places.
    let unitX = frame.x.position(ellipse.x + 1) - frame.x.position(ellipse.x)
    let unitY = frame.y.position(ellipse.y + 1) - frame.y.position(ellipse.y)
    let a = ellipse.varianceX * unitX * unitX
    let c = ellipse.varianceY * unitY * unitY
    let b = ellipse.covariance * unitX * unitY
    let middle = (a + c) / 2
    let reach = Double.sqrt(max(0, (a - c) * (a - c) / 4 + b * b))
    guard middle + reach > 0 else { return nil }
    return .ellipse(
      center: frame.point(ellipse.x, ellipse.y),
      radiusX: Double.sqrt(scale * (middle + reach)),
      radiusY: Double.sqrt(scale * max(0, middle - reach)),
      angle: 0.5 * Double.atan2(y: 2 * b, x: a - c)
    )
  }
}
