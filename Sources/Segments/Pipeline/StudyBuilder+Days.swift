import Tables

extension StudyBuilder {
  /// A day of the ledger as people and files write it.
  static func text(ofDay day: Int32) -> String { CivilDay(day).text }
}
