import Segments

/// `segments.csv`: every customer with the segment it belongs to.
enum SegmentsTable {
  /// - Parameter shown: what stands in the place of a customer's key.
  static func artifact(
    of assignments: Assignments,
    shown: ShownKeys,
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
      table.text(shown(assignments.customers[row]))
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
