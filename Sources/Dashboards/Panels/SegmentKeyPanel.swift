import Plots
import Segments

/// The letters, colors and names of all segments with a line about each.
struct SegmentKeyPanel: Panel {
  static let id = "segment_key"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard reading.isSegmented else { return .absent(reading.words("absent.one-segment")) }
    let words = reading.words
    let name = max(120, reading.style.room(for: reading.segments, atMost: subject.width * 0.4)) + 10
    let columns = [
      TableDrawing.Column(title: words("table.segment"), width: name, isText: true),
      .init(title: words("kpi.customers"), width: 52), .init(title: "", width: 10),
      .init(title: words("who.like"), width: subject.width - name - 62, isText: true),
    ]
    let rows = reading.segments.map { portrait -> [TableDrawing.Cell] in
      [
        .init("", portrait: portrait), .init(reading.cell(portrait.size), .data.plain), .init(""),
        .init(Traits(reading: reading).text(of: portrait)),
      ]
    }
    let sheet = TableDrawing(columns: columns, pitch: 15)
    var picture = sheet.picture(rows, for: subject, reading.style)
    picture.title = words("key.title")
    picture.descriptor = words("key.desc")
    picture.onScreen = .paperOnly
    return .picture(picture)
  }
}
