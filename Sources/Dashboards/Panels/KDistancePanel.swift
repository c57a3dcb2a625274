import Plots
import Segments

/// How far customers are from their neighbors, sorted: where a radius for DBSCAN comes from.
struct KDistancePanel: Panel {
  static let id = "k_distance"
  private static let tallest = 250.0

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let curve = reading.report.curves.kDistance, curve.distances.count > 1,
      curve.distances.count == curve.shares.count, let most = curve.distances.max(), most > 0
    else { return .absent(reading.words("absent.k-distance")) }
    let words = reading.words
    let radius = curve.eps ?? curve.knee
    let below = radius.map { radius in
      zip(curve.shares, curve.distances).filter { $0.1 <= radius }.map(\.0).max() ?? 0
    }
    var plot = Plot(
      x: .linear(
        words("distance.share"),
        format: .percent,
        domain: 0...1,
        marking: .at([0, 0.25, 0.5, 0.75, 1]),
        hasGrid: false
      ),
      y: .linear(words("distance.axis"), includesZero: true, cover: .whole),
      marks: [LineMark(zip(curve.shares, curve.distances).map { ($0, $1) })]
    )
    if let radius, let below, radius <= most {
      let values = ["eps": reading.format.shortest(radius), "share": reading.format.percent(below)]
      let above = radius + most * 0.06
      plot.marks += [
        RuleMark(.y, radius),
        LabelMark([
          .init(x: 0.02, y: above, text: words("distance.radius", values), anchor: .start)
        ]),
      ]
    }
    let size = Size(subject.width, subject.height(from: 160, to: Self.tallest))
    var picture = Picture(plot: plot.scene(size: size, style: reading.style.plot))
    picture.tallest = Self.tallest
    picture.title = title(curve, below, reading)
    picture.descriptor = words(
      "distance.desc",
      ["n": reading.format.integer(curve.minPoints)]
    )
    picture.summary = picture.title
    picture.table = DataTable(
      [words("distance.share"), words("distance.axis")],
      stride(from: 0, to: curve.shares.count, by: max(1, curve.shares.count / 20)).map {
        [reading.format.percent(curve.shares[$0]), reading.format.number(curve.distances[$0])]
      }
    )
    return .picture(picture)
  }

  private func title(
    _ curve: SegmentReport.KDistanceCurve,
    _ below: Double?,
    _ reading: Reading
  ) -> String {
    guard let below, let eps = curve.eps ?? curve.knee else {
      return reading.words("distance.title.plain")
    }
    return reading.words(
      "distance.title",
      [
        "share": reading.format.percent(below), "n": reading.format.integer(curve.minPoints),
        "eps": reading.format.shortest(eps),
      ]
    )
  }
}
