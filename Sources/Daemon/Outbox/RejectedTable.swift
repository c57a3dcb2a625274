import Segments

/// `rejected.csv`: every row that was dropped, and which rule dropped it.
struct RejectedTable {
  private var table = TableWriter()
  private let shown: ShownKeys

  /// - Parameter shown: What stands in the place of customers' keys.
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
      table.text(name)
      table.number(row.line)
      table.text(row.column)
      table.text(row.column == customers ? shown.cell(row.value) : row.value)
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
      longer.table.text(shown(customer.value))
      longer.table.text(customer.rule)
      longer.table.endRecord()
    }
    return longer
  }

  var artifact: Artifact {
    Artifact(path: "rejected.csv", bytes: table.bytes)
  }
}
