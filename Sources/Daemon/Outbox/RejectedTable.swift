import Segments

/// `rejected.csv`: every row that was dropped, and which rule dropped it.
struct RejectedTable {
  private var table = TableWriter()
  /// What stands in the place of customers' keys, in every table of the publication.
  let shown: ShownKeys

  init(_ shown: ShownKeys) {
    self.shown = shown
    for name in ["file", "line", "column", "value", "rule"] {
      table.text(name)
    }
    table.endRecord()
  }

  /// Adds the rows that were dropped of one delivery.
  mutating func add(_ harvest: Harvest, of file: FileName) {
    let name = file.shown
    let customers = harvest.schema.roles[.customer]
    for row in harvest.rejected {
      let value = row.column == customers ? shown.cell(row.value) : row.value
      add(row, of: name, line: row.line, value: value)
    }
  }

  /// The table with customers who were left out whole: they stand in no one file and on no one line.
  func adding(customers: [RejectedLine]) -> RejectedTable {
    var longer = self
    for customer in customers {
      longer.add(customer, of: "", line: nil, value: shown(customer.value))
    }
    return longer
  }

  private mutating func add(_ row: RejectedLine, of file: String, line: Int?, value: String) {
    table.text(file)
    if let line { table.number(line) } else { table.number(nil) }
    table.text(row.column)
    table.text(value)
    table.text(row.rule)
    table.endRecord()
  }

  var artifact: Artifact {
    Artifact(path: "rejected.csv", bytes: table.bytes)
  }
}
