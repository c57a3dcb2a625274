extension StudyBuilder {
  /// What later runs need to know of this one.
  func memory(of report: SegmentReport, _ comparison: Comparison) -> RunMemory {
    RunMemory(
      asOf: report.asOf,
      customers: report.customers,
      orders: report.orders,
      amount: report.amount,
      method: report.choice.method,
      silhouette: report.candidates.first { $0.chosen }?.silhouetteOfAll,
      segments: report.segments.map {
        RunMemory.SegmentMemory(
          id: $0.id,
          letter: $0.letter,
          name: $0.name,
          size: $0.size,
          value: $0.value,
        )
      },
      unassigned: report.noise.size,
      highestId: comparison.lineage.highestId,
      bins: table.features.map(FeatureBins.init),
      rowsRead: ledger.tally.rowsRead,
      rejected: ledger.tally.rejected,
      passed: ledger.tally.passed,
      returns: report.returns?.orders,
      columns: ledger.tally.columns,
    )
  }

  /// Adds to the report what has changed since earlier runs.
  func compare(_ report: inout SegmentReport, _ comparison: Comparison, _ memory: RunMemory) {
    let continuity = comparison.continuity(report.segments)
    report.continuity = continuity
    report.before = past.report
    report.migration = Movement(comparison: comparison, segments: report.segments).migration()
    report.drift =
      DriftBuilder(
        baseline: past.baseline(recipe.continuity.baseline),
        table: table,
        segments: report.segments,
        unassigned: report.noise.size,
      ).drift()
    report.trend = TrendBuilder(memories: past.memories, now: memory).trend()
    let findings = ChangeFindings(
      memories: past.memories,
      now: memory,
      continuity: continuity,
      migration: report.migration,
      drift: report.drift,
      baseline: recipe.continuity.baseline,
      segments: report.segments,
    )
    let warnings = findings.warnings()
    report.findings = warnings + report.findings + findings.changes()
    report.quality.checks += warnings.map { warning in
      SegmentReport.Check(
        id: warning.id,
        status: "check",
        rows: 0,
        share: 0,
        columns: [],
        effect: "kept",
        text: warning.text,
      )
    }
  }
}

extension SegmentReport {
  /// Gives segments their lineage's ids where curves and maps still count them from 1.
  mutating func renumber(_ id: (Int) -> Int) {
    for place in curves.silhouetteProfiles.indices {
      curves.silhouetteProfiles[place].segment = id(curves.silhouetteProfiles[place].segment)
    }
    if var renumbered = map {
      renumbered.cells = Self.renumbered(renumbered.cells, id)
      for place in renumbered.points.indices {
        renumbered.points[place].segment = id(renumbered.points[place].segment)
      }
      for place in renumbered.centers.indices {
        renumbered.centers[place].segment = id(renumbered.centers[place].segment)
      }
      map = renumbered
    }
    for place in pairs.indices {
      pairs[place].cells = Self.renumbered(pairs[place].cells, id)
    }
    if var renumbered = rfm?.grid {
      for place in renumbered.cells.indices {
        renumbered.cells[place].segment = renumbered.cells[place].segment.map(id)
      }
      rfm?.grid = renumbered
    }
  }

  private static func renumbered(_ cells: [SegmentCells], _ id: (Int) -> Int) -> [SegmentCells] {
    cells.map { SegmentCells(segment: id($0.segment), runs: $0.runs) }
  }
}
