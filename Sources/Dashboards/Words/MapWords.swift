import Plots
import Segments

/// Says what a direction of the customer map means.
struct MapWords {
  let reading: Reading

  /// "Component 1: more clicks, more discounts (43% of variance)".
  func axisTitle(_ axis: Int, _ map: SegmentReport.CustomerMap) -> String {
    guard map.axes.indices.contains(axis) else { return "" }
    let facts = map.axes[axis]
    let strong = zip(map.features, facts.loadings).enumerated().sorted { one, other in
      let (left, right) = (one.element.1.magnitude, other.element.1.magnitude)
      return left == right ? one.offset < other.offset : left > right
    }.map(\.element).prefix(2).filter { $0.1.magnitude >= 0.2 }
    let parts = strong.map { name, loading in
      reading.words(
        loading > 0 ? "map.more" : "map.less",
        ["measure": reading.measure(name)?.inner ?? name]
      )
    }
    return reading.words(
      "map.axis",
      [
        "n": reading.format.integer(axis + 1), "parts": parts.joined(separator: ", "),
        "share": reading.format.percent(facts.variance),
      ]
    )
  }
}
