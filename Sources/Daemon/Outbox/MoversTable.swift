import Segments

/// `movers.csv`: every customer whose segment is another one than in the run before.
enum MoversTable {
  /// - Parameter shown: what stands in the place of a customer's key.
  static func artifact(
    of study: Study,
    before: [Int: String],
    shown: ShownKeys,
  ) -> Artifact {
    var table = TableWriter()
    for name in ["customer", "from id", "from", "to id", "to", "value"] {
      table.text(name)
    }
    table.endRecord()
    for mover in study.movers {
      table.text(shown(mover.customer.text))
      place(mover.from, before, &table)
      place(mover.to, study.assignments.names, &table)
      table.number(mover.value)
      table.endRecord()
    }
    return Artifact(path: "movers.csv", bytes: table.bytes)
  }

  /// Empty where the customer was not in the data.
  private static func place(_ segment: Int?, _ names: [Int: String], _ table: inout TableWriter) {
    table.number(segment.map(Double.init))
    table.text(segment.map { names[$0] ?? "" } ?? "")
  }
}
