import RealModule

/// What a column of numbers looks like, from its sorted values.
///
/// Sums are made in ascending order, so they do not depend on the order of the rows.
struct Summary {
  let sorted: [Double]
  let mean: Double
  /// Sample standard deviation (n − 1); 0 for fewer than two values.
  let sd: Double
  /// Adjusted Fisher–Pearson coefficient; 0 where it is not defined.
  let skewness: Double
  let sum: Double

  init(_ values: [Double]) {
    self.init(sorted: values.sorted())
  }

  init(sorted: [Double]) {
    self.sorted = sorted
    let n = Double(sorted.count)
    sum = Self.sum(of: sorted)
    let mean = sorted.isEmpty ? 0 : sum / n
    self.mean = mean
    var (square, cube) = (0.0, 0.0)
    for value in sorted {
      let distance = value - mean
      square += distance * distance
      cube += distance * distance * distance
    }
    sd = sorted.count > 1 ? (square / (n - 1)).squareRoot() : 0
    let spread = sorted.isEmpty ? 0 : (square / n).squareRoot()
    skewness =
      sorted.count > 2 && spread > 0
      ? (n * (n - 1)).squareRoot() / (n - 2) * (cube / n) / (spread * spread * spread) : 0
  }

  /// The sum with the rounding errors added up beside it (Neumaier 1974), so that money adds up to the cent.
  private static func sum(of values: [Double]) -> Double {
    var (sum, lost) = (0.0, 0.0)
    for value in values {
      let next = sum + value
      lost +=
        sum.magnitude >= value.magnitude ? (sum - next) + value : (value - next) + sum
      sum = next
    }
    return sum + lost
  }

  var count: Int { sorted.count }
  var min: Double { sorted.first ?? 0 }
  var max: Double { sorted.last ?? 0 }
  var median: Double { quantile(0.5) }
  var isConstant: Bool { min == max }

  /// The type 7 quantile of Hyndman and Fan, as in R and NumPy; 0 without values.
  func quantile(_ share: Double) -> Double {
    guard let last = sorted.last else { return 0 }
    let place = share * Double(sorted.count - 1)
    let below = Int(place.rounded(.down))
    guard below + 1 < sorted.count else { return last }
    let part = place - Double(below)
    return sorted[below] + part * (sorted[below + 1] - sorted[below])
  }

  /// The 0, 1, …, 100 percent quantiles.
  var percentiles: [Double] { (0...100).map { quantile(Double($0) / 100) } }

  /// The share of the sum that the largest 0, 1, …, 100 percent of the values make, or `nil` where a
  /// value is negative or the sum is zero.
  ///
  /// A part of a value counts in proportion.
  var concentration: [Double]? {
    guard min >= 0, sum > 0 else { return nil }
    var shares = [0.0]
    var (taken, place) = (0.0, sorted.count)
    for percent in 1..<100 {
      let wanted = Double(percent) / 100 * Double(sorted.count)
      while Double(sorted.count - place + 1) <= wanted {
        place -= 1
        taken += sorted[place]
      }
      let part = wanted - Double(sorted.count - place)
      shares.append((taken + part * sorted[Swift.max(0, place - 1)]) / sum)
    }
    return shares + [1]
  }

  /// How many values are smaller.
  func count(below value: Double) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many values are not larger.
  func count(upTo value: Double) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  var box: SegmentReport.Box {
    let (q25, q75) = (quantile(0.25), quantile(0.75))
    let reach = 1.5 * (q75 - q25)
    let first = count(below: q25 - reach)
    let last = count(upTo: q75 + reach)
    return SegmentReport.Box(
      low: first < sorted.count ? sorted[first] : 0,
      q25: q25,
      median: median,
      q75: q75,
      high: last > 0 ? sorted[last - 1] : 0,
      below: first,
      above: sorted.count - last,
    )
  }
}
