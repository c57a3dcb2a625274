import Segments

/// Everything of a publication that is not drawn.
enum PublicationTables {
  /// - Parameters:
  ///   - rejected: What was left out; it knows how customers' keys are shown.
  ///   - previous: What the run before has left, for the names it used.
  static func artifacts(
    of study: Study,
    rejected: RejectedTable,
    after previous: RunMemory?,
  ) throws -> [Artifact] {
    let shown = rejected.shown
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
