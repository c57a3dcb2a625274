import Tables

/// What the columns of an export mean, how sure that is, and what a person should look at.
struct SchemaReading: Sendable {
  var match: SchemaMatch
  /// Role to a number from 0 to 1: 1 configured, 0.95 by platform, less by name, least by content.
  var confidence: [Role: Double]
  /// Collisions, and roles that only the content betrayed.
  var findings: [Finding]
}

/// Roles found so far, each with how sure it is.
struct FoundRoles: Sendable {
  private(set) var columns: [Role: String] = [:]
  private(set) var confidence: [Role: Double] = [:]
  private(set) var findings: [Finding] = []
  private var taken: Set<String> = []

  init(configured: [Role: String]) {
    for (role, column) in configured { take(column, for: role, confidence: 1) }
  }

  subscript(role: Role) -> String? { columns[role] }

  func isTaken(_ column: String) -> Bool { taken.contains(column) }

  mutating func take(_ column: String, for role: Role, confidence: Double) {
    columns[role] = column
    self.confidence[role] = confidence
    taken.insert(column)
  }

  /// Takes a column for what is in it; a person should look at that.
  mutating func takeByContent(_ column: String, for role: Role) {
    take(column, for: role, confidence: RoleFinder.byContent)
    findings.append(
      Finding(
        id: "role-by-content",
        column: column,
        text: "The column “\(column.prefix(40))” was taken for the \(role.rawValue) because of "
          + "what is in it; `columns: {\(role.rawValue): …}` in the configuration says otherwise.",
      )
    )
  }

  /// Tells of columns that might have been meant as well.
  mutating func noteCollision(_ role: Role, _ others: [String]) {
    guard let column = columns[role], let other = others.first else { return }
    findings.append(
      Finding(
        id: "role-collision",
        column: column,
        numbers: ["columns": Double(others.count + 1)],
        text: "Both “\(column.prefix(40))” and “\(other.prefix(40))” may be the \(role.rawValue); "
          + "“\(column.prefix(40))” was taken. `columns: {\(role.rawValue): …}` in the "
          + "configuration says otherwise.",
      )
    )
  }

  /// Forgets the roles that are not kept, and what was said about them.
  func keeping(_ isKept: (Role, String) -> Bool) -> FoundRoles {
    var kept = self
    kept.columns = columns.filter { isKept($0.key, $0.value) }
    kept.confidence = confidence.filter { kept.columns[$0.key] != nil }
    kept.findings = findings.filter { finding in
      kept.columns.values.contains { $0 == finding.column }
    }
    return kept
  }
}
