/// The marks that rules leave on the rows of one table while it is cleaned.
struct Sieve {
  private let table: Table
  private let tolerance: Double?
  /// The column that broke the rule first, by rule and row.
  private var marks: [String: [Int32]] = [:]
  private var standing: [Bool]
  private var findings: [Finding] = []
  /// Rule to the rows that break it in the skipped column where most do.
  private var passed: [String: Int] = [:]

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
      guard !broken.isEmpty else { continue }
      if !isForKey, !rule.comparesRows, let tolerance,
        Double(broken.count) > tolerance * Double(table.rowCount)
      {
        findings.append(skipped(rule.name, index, broken.count))
        passed[rule.name] = max(passed[rule.name] ?? 0, broken.count)
        continue
      }
      var firstColumn = marks[rule.name] ?? Array(repeating: -1, count: table.rowCount)
      for row in broken {
        standing[row] = false
        if firstColumn[row] < 0 { firstColumn[row] = Int32(index) }
      }
      marks[rule.name] = firstColumn
    }
  }

  /// Which rows stand, and the first reasons of the others.
  func sifted(reasons: [String]) -> Sifted {
    let marks = reasons.map { self.marks[$0] }
    var rejects: [Sifted.Reject] = []
    for row in standing.indices where !standing[row] {
      for (reason, columns) in marks.enumerated() {
        guard let column = columns?[row], column >= 0 else { continue }
        rejects.append(Sifted.Reject(row: row, column: Int(column), reason: reason))
        break
      }
    }
    return Sifted(
      standing: standing,
      rejects: rejects,
      reasons: reasons,
      findings: findings,
      passed: passed,
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
