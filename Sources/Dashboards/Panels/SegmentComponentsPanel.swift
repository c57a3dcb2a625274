import Plots
import Segments

/// In which directions the customers of one segment differ most from each other.
struct SegmentComponentsPanel: Panel {
  static let id = "segment_components"
  static let takesSegment = true

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let portrait = subject.segments?.first, !portrait.isHidden else {
      return .absent(reading.words("absent.no-segment"))
    }
    let clustered = reading.report.features.filter(\.clustered).map(\.name)
    let features = reading.report.map?.features ?? clustered
    guard let components = portrait.facts.components,
      components.loadings.allSatisfy({ $0.count == features.count }),
      components.loadings.count == components.explainedVariance.count,
      components.loadings.count > 1
    else { return .absent(reading.words("absent.segment-shape")) }
    let axes = zip(components.loadings, components.explainedVariance).prefix(2)
      .map { (loadings: $0, variance: $1) }
    let directions = DirectionsDrawing(
      features: features,
      axes: axes,
      explained: components.explainedVariance
    )
    var picture = Picture(plot: directions.scene(width: subject.width, reading))
    picture.title = reading.words("segment.components.title")
    picture.descriptor = reading.words("loadings.desc")
    picture.summary = picture.title
    picture.table = DataTable(
      [
        reading.words("table.measure"), reading.words("map.component", ["n": "1"]),
        reading.words("map.component", ["n": "2"]),
      ],
      features.indices.map { index in
        [DirectionsDrawing.label(features[index], reading)]
          + axes.map { CorrelationText.signed($0.loadings[index], reading) }
      }
    )
    return .picture(picture)
  }
}
