import Plots
import Segments

/// All checks of the data: status, what it is, rows touched, what it meant.
struct QualityTablePanel: Panel {
  static let id = "dq_table"

  /// One check as it stands in the table.
  fileprivate struct Line {
    let id: String
    let status: String
    let rows: Int
    let effect: String
    var columns: [String] = []
    var text = ""
  }

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let checks = self.checks(reading)
    guard !checks.isEmpty else { return .absent(reading.words("absent.checks")) }
    let words = reading.words
    let columns = [
      TableDrawing.Column(title: "", width: 12, isText: true),
      .init(title: words("table.status"), width: 48, isText: true),
      .init(title: words("table.check"), width: subject.width - 60 - 64 - 110, isText: true),
      .init(title: words("table.rows"), width: 56),
      .init(title: "", width: 8),
      .init(title: words("table.effect"), width: 110, isText: true),
    ]
    let theme = reading.style.theme
    let rows = checks.map { check -> [TableDrawing.Cell] in
      let color = Verdict.color(of: check.status, theme)
      var sign = TableDrawing.Cell("")
      sign.status = check.status
      return [
        sign, .init(words.find("status." + check.status) ?? check.status, .data.bold.color(color)),
        .init(text(check, reading), Lettering(.axis).color(theme.ink)),
        .init(check.rows > 0 ? reading.format.integer(check.rows) : "0", .data.plain), .init(""),
        .init(words.find("effect." + check.effect) ?? check.effect),
      ]
    }
    let sheet = TableDrawing(columns: columns, pitch: 16)
    var picture = sheet.picture(rows, for: subject, reading.style)
    picture.header = sheet.headerHeight(reading.style)
    let open = checks.count { $0.status != "ok" }
    picture.title =
      open == 0 ? words("checks.fine") : words.counted(open, "checks.open", reading.format)
    picture.descriptor = words("checks.desc", ["n": reading.format.integer(checks.count)])
    picture.table = DataTable(
      columns.dropFirst().map(\.title).filter { !$0.isEmpty },
      rows.map { row in [row[1], row[2], row[3], row[5]].map(\.text) }
    )
    picture.onScreen = .table
    return .picture(picture)
  }

  /// The worst first; at most 24.
  private func checks(_ reading: Reading) -> [Line] {
    let rank = ["problem": 0, "check": 1, "ok": 2]
    let all = reading.report.quality.checks.map(Line.init) + [letters(reading)].compactMap(\.self)
    let sorted = all.enumerated().sorted { one, other in
      (rank[one.element.status] ?? 1, one.offset) < (rank[other.element.status] ?? 1, other.offset)
    }
    return sorted.prefix(24).map(\.element)
  }

  /// What the report cannot know: whether this machine has fonts for the names in it.
  private func letters(_ reading: Reading) -> Line? {
    let style = reading.style.text(.data)
    let names =
      reading.segments.map(\.name) + reading.varying.map(\.label)
      + [DashboardTitle.text(of: reading)]
    let unknown = names.count {
      reading.style.measure.metrics(of: $0, style: style).unknownGlyphs > 0
    }
    guard unknown > 0 else { return nil }
    return Line(id: "letters", status: "check", rows: unknown, effect: "squares")
  }

  private func text(_ check: Line, _ reading: Reading) -> String {
    let words = reading.words
    var values = ["rows": reading.format.integer(check.rows)]
    values["read"] = reading.format.integer(reading.report.rows.read)
    let base = check.rows > 0 ? "check.\(check.id)" : "check.\(check.id).none"
    var text =
      words.find(base).map { _ in words(base, values) }
      ?? (words.isOfReports ? check.text : words.counted(check.rows, "check.other", reading.format))
    if !check.columns.isEmpty, check.columns.count <= 4 {
      let names = check.columns.map { reading.measure($0)?.label ?? SafeText.label($0) }
      text += " " + words("check.columns", ["list": words.list(names)])
    }
    return text
  }
}

extension QualityTablePanel.Line {
  fileprivate init(_ check: SegmentReport.Check) {
    self.init(
      id: check.id,
      status: check.status,
      rows: check.rows,
      effect: check.effect,
      columns: check.columns,
      text: check.text
    )
  }
}
