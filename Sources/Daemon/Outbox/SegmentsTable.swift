import Segments

/// `segments.csv`: every customer with the segment it belongs to.
enum SegmentsTable {
  /// - Parameter shownKey: what stands in the place of a customer's key.
  static func artifact(
    of assignments: Assignments,
    shownKey: (String) -> String = { $0 },
  ) -> Artifact {
    var table = TableWriter()
    let header =
      ["customer", "segment id", "segment name", "confidence"] + assignments.featureNames
    for name in header {
      table.text(name)
    }
    table.endRecord()
    for row in assignments.customers.indices {
      let segment = assignments.segments[row]
      table.text(shownKey(assignments.customers[row]))
      table.number(segment)
      table.text(assignments.names[segment] ?? "")
      table.number((assignments.confidences[row] * 10_000).rounded() / 10_000)
      for feature in assignments.features {
        table.number(feature[row])
      }
      table.endRecord()
    }
    return Artifact(path: "segments.csv", bytes: table.bytes)
  }
}
