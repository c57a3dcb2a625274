import Segments

/// Two measures and how closely they move together.
struct MeasurePair {
  let one: Measure
  let other: Measure
  /// From −1 to 1.
  let r: Double
}

extension Reading {
  /// Pairs of measures with their Pearson correlation, the strongest first.
  var pairs: [MeasurePair] { pairs(by: .pearson) }

  /// Pairs of measures with their correlation, the strongest first.
  func pairs(by kind: CorrelationKind) -> [MeasurePair] {
    let matrix = kind.matrix(of: report)
    var pairs: [MeasurePair] = []
    for one in measures.indices where matrix.indices.contains(one) {
      for other in measures.indices.prefix(one) where matrix[one].indices.contains(other) {
        guard let r = matrix[one][other], r.isFinite else { continue }
        pairs.append(MeasurePair(one: measures[other], other: measures[one], r: r))
      }
    }
    return pairs.enumerated().sorted { left, right in
      left.element.r.magnitude == right.element.r.magnitude
        ? left.offset < right.offset : left.element.r.magnitude > right.element.r.magnitude
    }.map(\.element)
  }

  /// Measures that have a correlation with some other.
  func correlated(by kind: CorrelationKind) -> [Measure] {
    let matrix = kind.matrix(of: report)
    return measures.filter { measure in
      guard matrix.indices.contains(measure.place) else { return false }
      return matrix[measure.place].enumerated().contains {
        $0.offset != measure.place && $0.element != nil
      }
    }
  }
}
