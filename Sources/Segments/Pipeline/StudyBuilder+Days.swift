import Tables

extension StudyBuilder {
  /// A day of the ledger as people and files write it.
  static func text(ofDay day: Int32) -> String { CivilDay(day).text }

  /// The day that a text of ours names.
  static func day(ofText text: String) -> Int32? { CivilDay(text)?.days }
}
