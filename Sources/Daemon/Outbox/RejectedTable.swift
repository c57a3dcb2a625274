import Segments

/// `rejected.csv`: every row that was dropped, and which rule dropped it.
struct RejectedTable {
  private var table = TableWriter()

  init() {
    for name in ["file", "line", "column", "value", "rule"] {
      table.text(name)
    }
    table.endRecord()
  }

  /// Adds the rows of one delivery.
  mutating func add(_ rows: [RejectedLine], of file: FileName) {
    let shown = file.shown
    for row in rows {
      table.text(shown)
      table.number(row.line)
      table.text(row.column)
      table.text(row.value)
      table.text(row.rule)
      table.endRecord()
    }
  }

  var artifact: Artifact {
    Artifact(path: "rejected.csv", bytes: table.bytes)
  }
}
