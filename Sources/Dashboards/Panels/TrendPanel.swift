import Plots
import Segments

/// How many customers each segment had in every run.
struct TrendPanel: Panel {
  static let id = "trend"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let trend = reading.report.trend, trend.runs.count > 1, !trend.segments.isEmpty,
      trend.segments.allSatisfy({ $0.sizes.count == trend.runs.count })
    else { return .absent("") }
    let words = reading.words
    let drawing = TrendDrawing(
      trend: trend,
      values: { $0.sizes.map { $0.map(Double.init) } },
      axis: .linear(words("trend.axis"), includesZero: true, cover: .whole),
      text: { reading.cell(Int($0)) },
      reading: reading
    )
    var picture = drawing.picture(for: subject)
    picture.title = title(trend, reading)
    picture.descriptor = words("trend.desc", ["n": reading.format.integer(trend.runs.count)])
    picture.summary = picture.title
    picture.table = drawing.table
    return .picture(picture)
  }

  /// The segment that changed most.
  private func title(_ trend: SegmentReport.Trend, _ reading: Reading) -> String {
    let changes = trend.segments.compactMap { segment -> (name: String, change: Int)? in
      guard let first = segment.sizes.first.flatMap(\.self),
        let last = segment.sizes.last.flatMap(\.self)
      else { return nil }
      return (reading.name(segment.id, inReport: segment.name), last - first)
    }
    let most = changes.max { $0.change.magnitude < $1.change.magnitude }
    guard let most, most.change.magnitude >= reading.style.smallestCell else {
      return reading.words("trend.title.plain")
    }
    let change =
      (most.change < 0 ? NumberFormat.minus : "+")
      + reading.format.integer(Int(most.change.magnitude))
    return reading.words("trend.title", ["segment": most.name, "change": change])
  }
}
