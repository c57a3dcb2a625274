import Segments

/// `movers.csv`: every customer whose segment is another one than in the run before.
enum MoversTable {
  /// - Parameter shown: what stands in the place of a customer's key.
  static func artifact(
    of study: Study,
    before: [Int: String],
    shown: ShownKeys,
  ) -> Artifact {
    let bytes = bytes(of: study.movers, before, study.assignments.names, shown)
    return Artifact(path: "movers.csv", bytes: bytes)
  }

  /// The table of any movers, with the names of the segments they left and those they are in.
  static func bytes(
    of movers: [Mover],
    _ before: [Int: String],
    _ after: [Int: String],
    _ shown: ShownKeys,
  ) -> [UInt8] {
    var table = TableWriter()
    for name in ["customer", "from id", "from", "to id", "to", "value"] {
      table.text(name)
    }
    table.endRecord()
    for mover in movers {
      table.text(shown(mover.customer.text))
      place(mover.from, before, &table)
      place(mover.to, after, &table)
      table.number(mover.value)
      table.endRecord()
    }
    return table.bytes
  }

  /// Empty where the customer was not in the data.
  private static func place(_ segment: Int?, _ names: [Int: String], _ table: inout TableWriter) {
    table.number(segment.map(Double.init))
    table.text(segment.map { names[$0] ?? "" } ?? "")
  }
}
