import Plots
import Segments

/// What the two directions of the map are made of, and how much each direction explains.
struct LoadingsPanel: Panel {
  static let id = "loadings"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let map = reading.report.map, map.axes.count >= 2 else {
      return .absent(reading.words("absent.map"))
    }
    let directions = DirectionsDrawing(
      features: map.features,
      axes: map.axes.prefix(2).map { ($0.loadings, $0.variance) },
      explained: map.explainedVariance
    )
    var picture = Picture(plot: directions.scene(width: subject.width, reading))
    picture.title = reading.words("loadings.title")
    picture.descriptor = reading.words("loadings.desc")
    picture.summary = (0..<2).map { MapWords(reading: reading).axisTitle($0, map) }
      .joined(separator: "; ")
    picture.table = DataTable(
      [
        reading.words("table.measure"), reading.words("map.component", ["n": "1"]),
        reading.words("map.component", ["n": "2"]),
      ],
      map.features.indices.map { index in
        [DirectionsDrawing.label(map.features[index], reading)]
          + map.axes.prefix(2).map { CorrelationText.signed($0.loadings[index], reading) }
      }
    )
    return .picture(picture)
  }
}
