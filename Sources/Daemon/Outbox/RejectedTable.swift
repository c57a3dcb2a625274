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

  /// The table with customers who were left out whole: they stand in no one file and on no one line.
  func adding(customers: [RejectedLine]) -> RejectedTable {
    var longer = self
    for customer in customers {
      longer.table.text("")
      longer.table.number(nil)
      longer.table.text(customer.column)
      longer.table.text(customer.value)
      longer.table.text(customer.rule)
      longer.table.endRecord()
    }
    return longer
  }

  var artifact: Artifact {
    Artifact(path: "rejected.csv", bytes: table.bytes)
  }
}
