import Tables

/// Finds out what the columns of an export mean.
enum Schema {
  /// At most this many numeric columns of a customer table are kept as measures.
  static let mostFeatures = 24

  /// Matches columns to roles by configuration first, then by platform, by header, and last by content.
  ///
  /// Throws when no column can be the customer of an order file, or when a customer file has neither a
  /// key nor a number; a table without a key but with numbers is read as one customer a row. Columns that
  /// hold secrets are as good as not there.
  static func match(
    header: [String],
    samples: [ColumnSample],
    recipe: Recipe,
  ) throws(SegmentError) -> SchemaReading {
    let readable = samples.filter { !SecretColumns.contains($0.name) }
    let configured = try configuredRoles(recipe.columns, header: header)
    let platform = platform(recipe.reading, header: readable.map(\.name))
    let finder = RoleFinder(samples: readable, configured: configured)
    let reader = SchemaReader(finder: finder, platform: platform, recipe: recipe)
    return try reader.reading()
  }

  /// The configured platform, or the one the header betrays; `nil` for a generic table.
  static func platform(_ choice: ReadingChoice, header: [String]) -> Platform? {
    guard let name = choice.platform else { return Platform.recognized(in: header) }
    return Platform.named(name)
  }

  private static func configuredRoles(
    _ choice: ColumnChoice,
    header: [String],
  ) throws(SegmentError) -> [Role: String] {
    var found: [Role: String] = [:]
    for (name, column) in choice.roles.sorted(by: { $0.key < $1.key }) {
      guard let role = Role(rawValue: name) else { continue }
      try check(column, for: name, header: header)
      found[role] = column
    }
    for column in choice.features ?? [] where SecretColumns.contains(column) {
      throw .refused(.secretColumn(column))
    }
    return found
  }

  private static func check(
    _ column: String,
    for role: String,
    header: [String],
  ) throws(SegmentError) {
    guard header.contains(column) else {
      throw .refused(.missingColumn(column, role: role, header: header))
    }
    guard !SecretColumns.contains(column) else { throw .refused(.secretColumn(column)) }
  }
}
