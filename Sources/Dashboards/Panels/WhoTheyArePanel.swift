import Plots
import Segments

/// One line for each segment: what it is like and its medians.
struct WhoTheyArePanel: Panel {
  static let id = "who_they_are"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard reading.isSegmented else { return .absent(reading.words("absent.one-segment")) }
    let measures = Array(reading.bySeparation.prefix(subject.width > 400 ? 4 : 2))
      .sorted { $0.place < $1.place }
    let words = reading.words
    let number = 58.0
    let name = reading.style.room(for: reading.segments, atMost: subject.width * 0.34)
    let rest = subject.width - name - 56 - number * Double(measures.count)
    var columns = [
      TableDrawing.Column(title: words("table.segment"), width: name, isText: true),
      .init(title: words("kpi.customers"), width: 56),
    ]
    columns += measures.map { .init(title: $0.label, width: number) }
    columns.insert(.init(title: words("who.like"), width: rest, isText: true), at: 1)
    // Where little height is left each segment gets one line.
    let isTight = subject.height.map { $0 < 60 + 26 * Double(reading.segments.count) } ?? false
    let rows = reading.segments.map { portrait -> [TableDrawing.Cell] in
      var cells = [TableDrawing.Cell("", portrait: portrait)]
      let traits = Traits(reading: reading).text(of: portrait, most: isTight ? 1 : 3)
      cells.append(.init(traits))
      cells.append(.init(reading.cell(portrait.size), .data.plain))
      cells += measures.map { measure in
        .init(portrait.value(of: measure).map { measure.text($0.median) } ?? "–", .data.plain)
      }
      return cells
    }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let bottom = TableDrawing(columns: columns, pitch: isTight ? 14 : 16.5).draw(
      rows,
      in: &drawing,
      at: 0
    )
    var picture = Picture(plot: drawing.scene(height: bottom + 1))
    picture.title = words("who.title")
    picture.descriptor = words("who.desc")
    picture.table = DataTable(
      columns.map(\.title),
      zip(rows, reading.segments).map { row, portrait in
        [portrait.letter + " " + portrait.name] + row.dropFirst().map(\.text)
      }
    )
    picture.onScreen = .table
    return .picture(picture)
  }
}
