import Plots
import Segments

/// What the customers of each segment had brought in every run.
struct ValueTrendPanel: Panel {
  static let id = "value_trend"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let trend = reading.report.trend, trend.runs.count > 1, let value = reading.value,
      trend.segments.contains(where: { Self.values($0, reading).contains { $0 != nil } })
    else { return .absent("") }
    let words = reading.words
    let drawing = TrendDrawing(
      trend: trend,
      values: { Self.values($0, reading) },
      axis: .linear(value.label, format: value.axisFormat, includesZero: true, cover: .whole),
      text: value.total,
      reading: reading
    )
    var picture = drawing.picture(for: subject)
    picture.title = words("value-trend.title", ["measure": value.label])
    picture.descriptor = words(
      "value-trend.desc",
      ["n": reading.format.integer(trend.runs.count)]
    )
    picture.summary = picture.title
    picture.table = drawing.table
    return .picture(picture)
  }

  /// What the customers of a segment had brought in every run; of a handful of customers it is not told.
  private static func values(
    _ segment: SegmentReport.Trend.Line,
    _ reading: Reading
  )
    -> [Double?]
  {
    guard segment.values.count == segment.sizes.count else { return [] }
    return zip(segment.values, segment.sizes).map { value, size in
      size ?? 0 < reading.style.smallestCell ? nil : value
    }
  }
}
