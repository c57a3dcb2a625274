import Plots

/// Draws what the first directions of customers are made of, and how much each direction explains.
struct DirectionsDrawing {
  /// The features of the loadings, in order.
  let features: [String]
  /// The directions, with their share of the variance.
  let axes: [(loadings: [Double], variance: Double)]
  /// The share of the variance of every direction.
  let explained: [Double]

  /// Bars of the loadings, then of the variance.
  func scene(width: Double, _ reading: Reading) -> Scene {
    var drawing = Drawing(width: width, style: reading.style)
    var y = 0.0
    for axis in axes.indices { y = component(axis, reading, y, &drawing) + 14 }
    y = variance(reading, y, &drawing)
    return drawing.scene(height: y)
  }

  static func label(_ name: String, _ reading: Reading) -> String {
    reading.measure(name)?.label ?? MeasureLabels.readable(name)
  }

  private func component(
    _ axis: Int,
    _ reading: Reading,
    _ top: Double,
    _ drawing: inout Drawing
  ) -> Double {
    let facts = axes[axis]
    let words = reading.words
    let title = words("map.component", ["n": "\(axis + 1)"])
    drawing.text(title, 0, top + 8, .data.bold.size(8))
    drawing.text(
      words("map.variance", ["share": reading.format.percent(facts.variance)]),
      drawing.width,
      top + 8,
      .axis.end
    )
    let order = facts.loadings.indices.sorted { one, other in
      facts.loadings[one] == facts.loadings[other]
        ? one < other : facts.loadings[one] > facts.loadings[other]
    }
    let strongest = Set(
      facts.loadings.indices.sorted {
        facts.loadings[$0].magnitude > facts.loadings[$1].magnitude
      }.prefix(8)
    )
    let zero = drawing.width * 0.69
    let reach = drawing.width * 0.13
    var y = top + 22
    for index in order where strongest.contains(index) && index < features.count {
      let loading = facts.loadings[index]
      drawing.text(
        Self.label(features[index], reading),
        0,
        y,
        Lettering(.axis).color(drawing.theme.ink).within(zero - reach - 4)
      )
      let color = drawing.theme.divergingScale(1).color(of: loading > 0 ? 0.55 : -0.55)
      let rect = Rect(x: zero, y: y - 6.5, width: loading * reach, height: 8)
      drawing.bar(rect, loading, .plain(color), scale: "loadings")
      let end = zero + max(loading, 0) * reach + 4
      drawing.text(CorrelationText.signed(loading, reading), end, y, .data)
      y += 13.5
    }
    drawing.line(
      Point(zero, top + 14),
      Point(zero, y - 10),
      Stroke(drawing.theme.axis, width: 0.75)
    )
    return y - 8
  }

  private func variance(
    _ reading: Reading,
    _ top: Double,
    _ drawing: inout Drawing
  ) -> Double {
    drawing.text(reading.words("scree.title"), 0, top + 8, .data.bold.size(8))
    drawing.text(reading.words("scree.cumulative"), drawing.width, top + 8, .axis.end)
    let most = explained.max() ?? 1
    var sum = 0.0
    var y = top + 22
    for (index, share) in explained.prefix(8).enumerated() {
      sum += share
      drawing.text(reading.format.integer(index + 1), 0, y, .axis)
      let bar = Rect(
        x: 14,
        y: y - 6.5,
        width: share / max(most, 1e-9) * drawing.width * 0.42,
        height: 8
      )
      let color = index < 2 ? drawing.theme.single : drawing.theme.tertiary
      drawing.bar(bar, share, .plain(color), scale: "variance")
      drawing.text(reading.format.percent(share), bar.maxX + 4, y, .data)
      drawing.text(reading.format.percent(sum > 0.999_99 ? 1 : sum), drawing.width, y, .axis.end)
      y += 12.5
    }
    return y - 6
  }
}
