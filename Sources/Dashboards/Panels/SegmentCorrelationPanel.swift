import Plots
import Segments

/// How measures move together within one segment.
struct SegmentCorrelationPanel: Panel {
  static let id = "segment_corr"
  static let takesSegment = true
  private static let most = 14
  /// With fewer customers a correlation says next to nothing.
  private static let fewest = 10

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let portrait = subject.segments?.first, !portrait.isHidden else {
      return .absent(reading.words("absent.no-segment"))
    }
    guard portrait.size >= Self.fewest, let matrix = portrait.facts.correlations else {
      return .absent(reading.words("absent.segment-shape"))
    }
    let measures = Array(self.measures(reading, matrix).prefix(Self.most))
      .sorted { $0.place < $1.place }
    guard measures.count > 1 else { return .absent(reading.words("absent.segment-shape")) }
    let triangle = CorrelationTriangle(measures: measures, matrix: matrix)
    var picture = Picture(plot: triangle.scene(width: subject.width, reading))
    picture.title = reading.words("segment.corr.title")
    picture.descriptor = reading.words("segment.corr.desc", ["n": reading.cell(portrait.size)])
    picture.summary = picture.title
    picture.table = DataTable(
      [reading.words("table.measure")] + measures.map(\.label),
      measures.map { one in
        [one.label]
          + measures.map { other in
            one.place == other.place
              ? "1"
              : matrix[one.place][other.place].map { CorrelationText.signed($0, reading) } ?? "–"
          }
      }
    )
    return .picture(picture)
  }

  /// Measures that vary within the segment, those that tell segments apart first.
  private func measures(_ reading: Reading, _ matrix: [[Double?]]) -> [Measure] {
    reading.bySeparation.filter { measure in
      matrix.indices.contains(measure.place)
        && matrix[measure.place].enumerated().contains {
          $0.offset != measure.place && $0.element != nil
        }
    }
  }
}
