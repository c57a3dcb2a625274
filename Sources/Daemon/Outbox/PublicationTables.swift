import Segments

/// Everything of a publication that is not drawn.
enum PublicationTables {
  /// - Parameters:
  ///   - previous: What the run before has left, for the names it used.
  ///   - shown: What stands in the place of customers' keys.
  static func artifacts(
    of study: Study,
    rejected: RejectedTable,
    after previous: RunMemory?,
    shown: ShownKeys,
  ) throws -> [Artifact] {
    let before = (previous?.segments ?? []).map { ($0.id, $0.name) } + [(0, "Unassigned")]
    return [
      SegmentsTable.artifact(of: study.assignments, shown: shown),
      MoversTable.artifact(
        of: study,
        before: Dictionary(before, uniquingKeysWith: { first, _ in first }),
        shown: shown,
      ),
      rejected.adding(customers: study.rejected).artifact,
      Artifact(path: "report.json", bytes: try study.report.json()),
      Artifact(path: "model.json", bytes: try study.model.json()),
    ]
  }
}
