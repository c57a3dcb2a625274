import Plots
import Segments

/// Which columns of the export were used, and what each was taken for.
struct ColumnsPanel: Panel {
  static let id = "columns"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let rows = self.rows(of: reading)
    guard !rows.isEmpty else { return .absent("") }
    let words = reading.words
    let half = subject.width / 2
    let columns = [
      TableDrawing.Column(title: words("columns.header"), width: half, isText: true),
      .init(title: words("columns.meaning"), width: half, isText: true),
    ]
    let ink = Lettering(.axis).color(reading.style.theme.ink)
    let cells = rows.map { header, meaning -> [TableDrawing.Cell] in
      [.init(header, .data), .init(meaning, ink)]
    }
    let sheet = TableDrawing(columns: columns, pitch: 14.5)
    var picture = sheet.picture(cells, for: subject, reading.style)
    picture.header = sheet.headerHeight(reading.style)
    picture.title = words.counted(rows.count, "columns.title", reading.format)
    let grain = words("grain." + reading.report.grain.rawValue)
    picture.descriptor = words("columns.desc", ["grain": grain])
    picture.summary = picture.title
    picture.table = DataTable(columns.map(\.title), cells.map { $0.map(\.text) })
    picture.onScreen = .table
    return .picture(picture)
  }

  /// Columns with a known meaning in the order of meanings, then those that are measures by themselves.
  private func rows(of reading: Reading) -> [(header: String, meaning: String)] {
    let known = Role.allCases.compactMap { role in
      reading.report.roles[role.rawValue].map { header in
        (SafeText.label(header), reading.words("column." + role.rawValue))
      }
    }
    let own = reading.measures.filter { $0.facts.role == nil && $0.facts.unit == nil }.map {
      (SafeText.label($0.facts.name), reading.words("column.own"))
    }
    return known + own
  }
}
