import Plots
import Segments

/// The exact numbers of every measure within one segment, beside the median of all customers.
struct SegmentStatisticsPanel: Panel {
  static let id = "segment_stats"
  static let takesSegment = true

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let portrait = subject.segments?.first, !portrait.isHidden else {
      return .absent(reading.words("absent.no-segment"))
    }
    guard !reading.varying.isEmpty else { return .absent(reading.words("absent.no-measure")) }
    let words = reading.words
    let keys = ["mean", "sd", "min", "median", "max"]
    let number = min(40, subject.width * 0.115)
    let all = number + 6
    let label = subject.width - number * Double(keys.count) - all
    var columns = [
      TableDrawing.Column(title: words("table.measure"), width: label, isText: true)
    ]
    columns += keys.map { .init(title: words("table." + $0), width: number) }
    columns.append(.init(title: words("table.all"), width: all))
    let rows = reading.varying.compactMap { measure -> [TableDrawing.Cell]? in
      guard let value = portrait.value(of: measure) else { return nil }
      let numbers = [value.mean, value.sd, value.min, value.median, value.max]
      return [TableDrawing.Cell(measure.label, .data)]
        + numbers.map { .init(measure.text($0), .data.plain) }
        + [.init(measure.text(measure.facts.median), .axis)]
    }
    let sheet = TableDrawing(columns: columns, pitch: 14)
    var picture = sheet.picture(rows, for: subject, reading.style)
    picture.title = words("segment.stat.title")
    picture.descriptor = words("n", ["n": reading.cell(portrait.size)])
    picture.table = DataTable(columns.map(\.title), rows.map { $0.map(\.text) })
    picture.onScreen = .table
    return .picture(picture)
  }
}
