import RealModule

/// Equal-width bins with edges a reader can pronounce.
///
/// Width by Freedman and Diaconis on the middle 99 % of the values (Scott where the middle half is one
/// value), 8 to 60 bins, rounded up to 1, 2, 2.5 or 5 × 10ᵏ, edges on multiples of the width; whole numbers with few
/// values get a bin each (CHARTS 1, chart 7).
struct Bins {
  let start: Double
  let width: Double
  let count: Int

  init(_ summary: Summary) {
    let (low, high) = (summary.quantile(0.005), summary.quantile(0.995))
    let range = high - low
    guard range > 0 else {
      (start, width, count) = (summary.min, 1, 1)
      return
    }
    let cubeRoot = Double.pow(Double(summary.count), -1.0 / 3)
    let middleHalf = summary.quantile(0.75) - summary.quantile(0.25)
    let ideal = middleHalf > 0 ? 2 * middleHalf * cubeRoot : 3.49 * summary.sd * cubeRoot
    let clamped = Swift.min(Swift.max(ideal, range / 60), range / 8)
    let isWhole = summary.sorted.allSatisfy { $0 == $0.rounded() }
    var width = Self.round(clamped)
    if isWhole {
      width = range <= 40 ? 1 : Swift.max(1, width == 2.5 ? 5 : width.rounded(.up))
    }
    var start = (low / width).rounded(.down) * width
    var end = (high / width).rounded(.up) * width
    if end <= high { end += width }
    // A bound just beside the data is the more readable edge: money begins at 0, not at 2.50.
    if summary.min >= 0, start > 0, start <= 2 * width { start = 0 }
    if start > summary.min, summary.min >= start - width { start -= width }
    if end < summary.max, summary.max <= end + width { end += width }
    self.start = start
    self.width = width
    count = Int(((end - start) / width).rounded())
  }

  /// Counts of sorted values: in the bins, below and above them.
  func counts(_ summary: Summary) -> (counts: [Int], below: Int, above: Int) {
    let edges = (0...count).map { start + Double($0) * width }
    var places = edges.map { summary.count(below: $0) }
    if let last = edges.last { places[count] = summary.count(upTo: last) }
    let counts = (0..<count).map { places[$0 + 1] - places[$0] }
    return (counts, places[0], summary.count - places[count])
  }

  /// The next of 1, 2, 2.5, 5 × 10ᵏ that is not smaller.
  private static func round(_ width: Double) -> Double {
    let power = Double.pow(10, Double.log10(width).rounded(.down))
    for step in [1, 2, 2.5, 5] where step * power >= width * (1 - 1e-9) { return step * power }
    return 10 * power
  }
}
