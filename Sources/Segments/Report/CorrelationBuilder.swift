import Clusters

/// Correlates features pair by pair, each pair over the customers who have both.
///
/// So a feature that few customers have (a rhythm, after one order) takes nothing from the others. Cost: pairs with a gap
/// rank their customers anew; all others share one ranking.
struct CorrelationBuilder {
  let features: [FeatureColumn]

  func correlations() -> SegmentReport.Correlations {
    let isWhole = features.map { feature in feature.values.allSatisfy { $0 != nil } }
    let whole = features.indices.filter { isWhole[$0] }
    let empty = [[Double?]](
      repeating: [Double?](repeating: nil, count: features.count),
      count: features.count,
    )
    var found = SegmentReport.Correlations(pearson: empty, spearman: empty, kendall: empty)
    let all = Correlation.all(of: whole.map { features[$0].present })
    for (a, i) in whole.enumerated() {
      for (b, j) in whole.enumerated() { found.take(all, from: (a, b), to: (i, j)) }
    }
    for i in features.indices {
      for j in 0...i where !(isWhole[i] && isWhole[j]) {
        let pair = Correlation.all(of: common(features[i].values, features[j].values))
        found.take(pair, from: (0, 1), to: (i, j))
        found.take(pair, from: (0, 1), to: (j, i))
      }
    }
    return found
  }

  private func common(_ left: [Double?], _ right: [Double?]) -> [[Double]] {
    var columns: [[Double]] = [[], []]
    for row in left.indices {
      guard let one = left[row], let other = right[row] else { continue }
      columns[0].append(one)
      columns[1].append(other)
    }
    return columns
  }
}

extension SegmentReport.Correlations {
  fileprivate mutating func take(
    _ other: Correlations,
    from source: (Int, Int),
    to target: (Int, Int),
  ) {
    pearson[target.0][target.1] = other.pearson[source.0][source.1]
    spearman[target.0][target.1] = other.spearman[source.0][source.1]
    kendall[target.0][target.1] = other.kendall[source.0][source.1]
  }
}
