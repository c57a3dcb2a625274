/// The marks that rules leave on the rows of one table while it is cleaned.
struct Sieve {
  private let table: Table
  private let tolerance: Double?
  /// The column that broke the rule first, by rule and row.
  private var marks: [String: [Int32]] = [:]
  private var standing: [Bool]
  private var findings: [Finding] = []

  /// Makes a sieve in which every row stands.
  init(table: Table, tolerance: Double?) {
    self.table = table
    self.tolerance = tolerance
    standing = Array(repeating: true, count: table.rowCount)
  }

  /// Marks the rows that break a rule in one of the columns.
  mutating func add(_ rule: any CleaningRule, columns: [Int], isForKey: Bool = false) {
    let before = standing
    for index in columns {
      let broken = rule.brokenRows(of: table.columns[index], standing: before)
      let count = broken.reduce(0) { $0 + ($1 ? 1 : 0) }
      guard count > 0 else { continue }
      if !isForKey, !rule.comparesRows, let tolerance,
        Double(count) > tolerance * Double(table.rowCount)
      {
        findings.append(skipped(rule.name, index, count))
        continue
      }
      var firstColumn = marks[rule.name] ?? Array(repeating: -1, count: table.rowCount)
      for row in broken.indices where broken[row] {
        standing[row] = false
        if firstColumn[row] < 0 { firstColumn[row] = Int32(index) }
      }
      marks[rule.name] = firstColumn
    }
  }

  /// The rows that stand, and the others with the first of their reasons.
  func cleaned(reasons: [String]) -> Cleaned {
    var rejected: [RejectedRow] = []
    var counts = Array(repeating: 0, count: reasons.count)
    for row in standing.indices where !standing[row] {
      for (rank, reason) in reasons.enumerated() {
        guard let column = marks[reason]?[row], column >= 0 else { continue }
        counts[rank] += 1
        rejected.append(
          RejectedRow(
            line: table.lines[row],
            column: table.columns[Int(column)].name,
            value: table.columns[Int(column)].text(at: row),
            rule: reason,
          )
        )
        break
      }
    }
    return Cleaned(
      table: rejected.isEmpty ? table : table.keeping(standing),
      rejected: rejected,
      counts: zip(reasons, counts).map { RuleCount(rule: $0, rows: $1) },
      findings: findings,
    )
  }

  private func skipped(_ rule: String, _ column: Int, _ count: Int) -> Finding {
    let name = table.columns[column].name
    let percent = Double(count * 1000 / table.rowCount) / 10
    return Finding(
      id: "rule-skips-column",
      column: name,
      numbers: ["rows": Double(count), "share": Double(count) / Double(table.rowCount)],
      text: "The rule \(rule) does not look at the column \(name), because \(count) rows "
        + "(\(percent) %) break it: that is how the column is, not dirt.",
    )
  }
}
