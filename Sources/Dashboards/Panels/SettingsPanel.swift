import Plots
import Segments

/// With which settings this dashboard was made.
struct SettingsPanel: Panel {
  static let id = "run_settings"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let words = reading.words
    let rows = self.rows(of: reading).map { name, value -> [TableDrawing.Cell] in
      [.init(name), .init(value, Lettering(.axis).color(reading.style.theme.ink))]
    }
    let left = min(110, subject.width * 0.4)
    let columns = [
      TableDrawing.Column(title: words("settings.name"), width: left, isText: true),
      .init(title: words("table.value"), width: subject.width - left, isText: true),
    ]
    let sheet = TableDrawing(columns: columns, pitch: 14)
    var picture = sheet.picture(rows, for: subject, reading.style)
    picture.header = sheet.headerHeight(reading.style)
    picture.title = words("settings.title")
    picture.table = DataTable(columns.map(\.title), rows.map { $0.map(\.text) })
    picture.onScreen = .table
    return .picture(picture)
  }

  private func rows(of reading: Reading) -> [(String, String)] {
    let words = reading.words
    let report = reading.report
    var rows = [(words("settings.dataset"), SafeText.label(report.dataset))]
    if !reading.presentation.runName.isEmpty {
      rows.append((words("settings.run"), reading.presentation.runName))
    }
    let sources = reading.presentation.sources
    if !sources.isEmpty {
      let names = sources.prefix(3).map { SafeText.label($0) }
      let more = sources.count - names.count
      rows.append(
        (
          words("settings.files"),
          names.joined(separator: ", ")
            + (more > 0 ? " " + words("settings.more", ["n": reading.format.integer(more)]) : "")
        )
      )
    }
    rows.append((words("settings.grain"), words("grain." + report.grain.rawValue)))
    if report.platform != "generic" {
      rows.append((words("settings.platform"), MeasureLabels.readable(report.platform)))
    }
    rows.append((words("settings.dates"), reading.dates ?? words("settings.undated")))
    rows.append(
      (
        words("settings.method"),
        Verdict(reading: reading).chosen.map { MethodTablePanel.name(of: $0, reading) }
          ?? words("method." + report.choice.method)
      )
    )
    rows.append(
      (
        words("settings.scaling"),
        words.find("scaling." + report.scaling.method) ?? report.scaling.method
      )
    )
    if let names = namesInFiles(of: reading) { rows.append((words("settings.names"), names)) }
    rows.append((words("settings.currency"), reading.format.currency ?? words("settings.none")))
    rows.append(
      (
        words("settings.privacy"),
        words("settings.privacy.value", ["n": reading.format.integer(reading.style.smallestCell)])
      )
    )
    return rows
  }

  /// The names that tables and `report.json` have for the segments, where pages have others.
  ///
  /// Programs read those files, so their names stay the same in every language.
  private func namesInFiles(of reading: Reading) -> String? {
    let segments = reading.segments
    guard segments.contains(where: { $0.name != SafeText.label($0.facts.name) }) else { return nil }
    return segments.map { "\($0.letter) \(SafeText.label($0.facts.name))" }.joined(separator: ", ")
  }
}
