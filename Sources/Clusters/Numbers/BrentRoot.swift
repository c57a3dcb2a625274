/// Where a function of one number is zero (Brent, 1973).
enum BrentRoot {
  /// A zero between two places where the function has different signs.
  ///
  /// Steps along a parabola or a line where they help, halves the interval where they do not.
  static func find(
    between low: Double,
    and high: Double,
    tolerance: Double,
    of function: (Double) -> Double,
  ) -> Double {
    // `best` is the newest place, `last` the one before, `across` lies on the other side of zero.
    var (last, best) = (low, high)
    var (valueLast, valueBest) = (function(low), function(high))
    var (across, valueAcross) = (last, valueLast)
    var step = best - last
    var stepBefore = step
    for _ in 0..<200 {
      if (valueBest > 0) == (valueAcross > 0) {
        (across, valueAcross) = (last, valueLast)
        step = best - last
        stepBefore = step
      }
      if valueAcross.magnitude < valueBest.magnitude {
        (last, best, across) = (best, across, best)
        (valueLast, valueBest, valueAcross) = (valueBest, valueAcross, valueBest)
      }
      let least = 2 * Double.ulpOfOne * best.magnitude + tolerance / 2
      let half = (across - best) / 2
      if half.magnitude <= least || valueBest == 0 { return best }
      var next = half
      if stepBefore.magnitude >= least, valueLast.magnitude > valueBest.magnitude {
        let (p, q) = interpolation(
          (last, valueLast),
          (best, valueBest),
          (across, valueAcross),
          half: half
        )
        let isInside = 2 * p < min(3 * half * q - (least * q).magnitude, (stepBefore * q).magnitude)
        if isInside { next = p / q }
      }
      stepBefore = next == half ? half : step
      step = next
      (last, valueLast) = (best, valueBest)
      best += step.magnitude > least ? step : (half > 0 ? least : -least)
      valueBest = function(best)
    }
    return best
  }

  /// The step p / q to the zero of the line or parabola through the places, with p not negative.
  private static func interpolation(
    _ last: (place: Double, value: Double),
    _ best: (place: Double, value: Double),
    _ across: (place: Double, value: Double),
    half: Double,
  ) -> (p: Double, q: Double) {
    let s = best.value / last.value
    var p = 2 * half * s
    var q = 1 - s
    if last.place != across.place {
      let t = last.value / across.value
      let r = best.value / across.value
      p = s * (2 * half * t * (t - r) - (best.place - last.place) * (r - 1))
      q = (t - 1) * (r - 1) * (s - 1)
    }
    return p > 0 ? (p, -q) : (-p, q)
  }
}
