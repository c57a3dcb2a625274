/// Tells what was wrong with the data and what was done about it.
struct QualityBuilder {
  let tally: LedgerTally
  let filled: [String: Int]

  var quality: SegmentReport.Quality {
    SegmentReport.Quality(
      deliveries: tally.deliveries,
      checks: rules.map(ruleCheck) + findingChecks + filledChecks,
    )
  }

  /// Every rule that always looks, and what else left rows out.
  private var rules: [String] {
    let others = tally.rejected.filter { $0.value > 0 && !CleaningChoice.rules.contains($0.key) }
    return CleaningChoice.rules + others.keys.sorted()
  }

  private func ruleCheck(_ rule: String) -> SegmentReport.Check {
    let rows = tally.rejected[rule, default: 0]
    let share = share(rows)
    return SegmentReport.Check(
      id: rule,
      status: status(share),
      rows: rows,
      share: share,
      columns: (tally.examples[rule] ?? [:]).keys.sorted(),
      effect: rows > 0 ? "left-out" : "none",
      text: rows == 0
        ? "No row was left out by the rule “\(rule)”."
        : "\(rows) of \(tally.rowsRead) rows were left out by the rule “\(rule)”\(columns(rule)).",
    )
  }

  /// ": date 12 (“yesterday”), quantity 3 (“x”)", the most frequent first.
  private func columns(_ rule: String) -> String {
    let columns = (tally.examples[rule] ?? [:]).sorted {
      $0.value.rows == $1.value.rows ? $0.key < $1.key : $0.value.rows > $1.value.rows
    }
    guard !columns.isEmpty else { return "" }
    let parts = columns.prefix(5).map { name, example in
      let cell = example.cell.isEmpty ? "" : " (“\(example.cell)”)"
      return "\(name) \(example.rows)\(cell)"
    }
    return ": " + parts.joined(separator: ", ") + (columns.count > 5 ? " and others" : "")
  }

  private var findingChecks: [SegmentReport.Check] {
    tally.findings.sorted { $0.key < $1.key }.map { id, finding in
      let share = share(finding.rows)
      return SegmentReport.Check(
        id: id,
        status: "check",
        rows: finding.rows,
        share: share,
        columns: finding.columns,
        effect: "kept",
        text: "Met in \(finding.files) of \(tally.deliveries) files"
          + (finding.columns.isEmpty
            ? "." : ", columns: \(finding.columns.joined(separator: ", "))."),
      )
    }
  }

  private var filledChecks: [SegmentReport.Check] {
    filled.sorted { $0.key < $1.key }.map { feature, customers in
      SegmentReport.Check(
        id: "filled-with-median",
        status: "check",
        rows: customers,
        share: share(customers),
        columns: [feature],
        effect: "kept",
        text: "\(customers) customers have no value for \(feature); the clustering took the median.",
      )
    }
  }

  private func share(_ rows: Int) -> Double {
    tally.rowsRead > 0 ? Double(rows) / Double(tally.rowsRead) : 0
  }

  private func status(_ share: Double) -> String {
    share < 0.01 ? "ok" : share < 1.0 / 3 ? "check" : "problem"
  }
}
