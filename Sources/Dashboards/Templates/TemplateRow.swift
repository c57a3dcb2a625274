/// One row of blocks, or of the same block for each measure or segment.
struct TemplateRow: Sendable, Equatable {
  /// What a row can be repeated for.
  enum Each: String, Sendable, Equatable, CaseIterable {
    case measures, segments
  }

  /// What the row is repeated for; nil for once.
  let each: Each?
  /// How many repeated blocks stand side by side.
  let across: Int
  /// The most measures or segments the row is repeated for; nil for all.
  let limit: Int?
  let blocks: [TemplateBlock]

  /// The segments that a row is repeated for.
  func segments(of reading: Reading) -> [Portrait] {
    Array(reading.segments.prefix(limit ?? .max))
  }
}
