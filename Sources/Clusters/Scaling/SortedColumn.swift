/// The values of one column from the smallest to the largest, and what can be read off them.
///
/// Sums run over the sorted values, so they do not depend on the order of rows.
struct SortedColumn {
  let values: [Double]

  init(_ values: [Double]) {
    self.values = Radix.sorted(values)
  }

  /// Trusts that the values are sorted.
  init(sorted values: [Double]) {
    self.values = values
  }

  var mean: Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// The quantile of type 7: a straight line between the two nearest values.
  func quantile(_ share: Double) -> Double {
    guard let last = values.last else { return 0 }
    let place = share * Double(values.count - 1)
    let below = Int(place)
    guard below + 1 < values.count else { return last }
    let part = place - Double(below)
    return values[below] + (values[below + 1] - values[below]) * part
  }

  /// The mean of the deviations from the mean, each taken to the power.
  func centralMoment(_ power: Int, around mean: Double) -> Double {
    guard !values.isEmpty else { return 0 }
    var sum = 0.0
    for value in values {
      let deviation = value - mean
      var term = deviation
      for _ in 1..<power { term *= deviation }
      sum += term
    }
    return sum / Double(values.count)
  }

  /// How lopsided the values are: the third standardized moment; nil for a constant column.
  var skewness: Double? {
    let mean = mean
    let variance = centralMoment(2, around: mean)
    guard let first = values.first, let last = values.last, first < last, variance > 0 else {
      return nil
    }
    return centralMoment(3, around: mean) / (variance * variance.squareRoot())
  }
}
