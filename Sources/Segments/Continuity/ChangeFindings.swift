/// Facts about change that are worth a sentence, the warnings first.
struct ChangeFindings {
  typealias Finding = SegmentReport.Finding

  let memories: [RunMemory]
  let now: RunMemory
  let continuity: SegmentReport.Continuity
  let migration: SegmentReport.Migration?
  let drift: SegmentReport.Drift?
  let baseline: BaselineChoice
  let segments: [SegmentReport.Segment]

  /// What should be looked at before anything else is believed.
  func warnings() -> [Finding] {
    alarms() + newColumns() + unknownBaseline()
  }

  /// What has changed for the reader.
  func changes() -> [Finding] {
    guard memories.last != nil else { return [] }
    return moves() + retention() + sizes() + descents() + renamed() + shifts()
  }

  private func alarms() -> [Finding] {
    ControlLimits(memories: memories, now: now).alarms().map { alarm in
      let isRows = alarm.figure == "rows"
      func words(_ value: Double) -> String {
        isRows ? "\(Int(value.rounded()))" : Self.percent(value)
      }
      let usual = "usually \(words(alarm.low)) to \(words(alarm.high))"
      return Finding(
        "unusual-\(alarm.figure)",
        ["value": alarm.value, "low": alarm.low, "high": alarm.high, "runs": Double(alarm.runs)],
        text: isRows
          ? "This run added \(words(alarm.value)) rows, \(usual)."
          : alarm.figure == "returns"
            ? "\(words(alarm.value)) of the new orders are returns, \(usual)."
            : "\(words(alarm.value)) of the new rows break the rule “\(alarm.figure)”, \(usual).",
      )
    }
  }

  private func newColumns() -> [Finding] {
    guard let previous = memories.last, !previous.columns.isEmpty else { return [] }
    let new = now.columns.filter { !previous.columns.contains($0) }
    guard !new.isEmpty else { return [] }
    let shown = new.prefix(3).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
    return [
      Finding(
        "new-columns",
        ["columns": Double(new.count)],
        features: new.prefix(3).map { String($0.prefix(40)) },
        text: "The newest files have \(new.count) columns that none had before (\(shown)); "
          + "they are not used.",
      )
    ]
  }

  /// Drift was to be measured against a run that there is not.
  private func unknownBaseline() -> [Finding] {
    guard case .run(let name) = baseline, !memories.isEmpty, drift == nil else { return [] }
    let shown = String(name.prefix(60))
    return [
      Finding(
        "unknown-baseline",
        [:],
        features: [shown],
        text: "The configured baseline “\(shown)” is no run of this dataset, so drift is not "
          + "measured; write the name of a run, `previous` or `first`.",
      )
    ]
  }

  /// F6: flows of at least 2 % of a segment and 30 customers, the three with the most money first.
  private func moves() -> [Finding] {
    guard let migration else { return [] }
    var flows: [(i: Int, j: Int, count: Int, value: Double)] = []
    for (i, from) in migration.from.enumerated() where from.kind == "segment" {
      for (j, to) in migration.to.enumerated() where to.kind == "segment" && to.id != from.id {
        let count = migration.counts[i][j]
        guard count >= 30, Double(count) >= 0.02 * Double(from.size) else { continue }
        flows.append((i, j, count, migration.value?[i][j] ?? 0))
      }
    }
    return flows.sorted { left, right in
      left.value == right.value
        ? (right.count, left.i, left.j) < (left.count, right.i, right.j) : left.value > right.value
    }.prefix(3).map { flow in
      let (from, to) = (migration.from[flow.i], migration.to[flow.j])
      var numbers = ["customers": Double(flow.count)]
      numbers["value"] = migration.value == nil ? nil : flow.value
      return Finding(
        "moved",
        numbers,
        segments: [to.id, from.id],
        text: "\(flow.count) customers moved from \(from.name) to \(to.name).",
      )
    }
  }

  /// F7: the share of customers who stayed where they were.
  private func retention() -> [Finding] {
    guard let migration, migration.stayed + migration.moved >= 30, segments.count > 1 else {
      return []
    }
    let share = Double(migration.stayed) / Double(migration.stayed + migration.moved)
    return [
      Finding(
        "stayed",
        ["share": share],
        text: "\(Self.percent(share)) of customers stayed in their segment.",
      )
    ]
  }

  /// F8: segments that grew or shrank by 3 % and 30 customers.
  private func sizes() -> [Finding] {
    guard let previous = memories.last, segments.count > 1 else { return [] }
    return segments.compactMap { segment in
      guard let before = previous.segments.first(where: { $0.id == segment.id })?.size, before > 0
      else { return nil }
      let change = Double(segment.size - before)
      guard change.magnitude >= 30, change.magnitude >= 0.03 * Double(before) else { return nil }
      return Finding(
        "size-change",
        [
          "before": Double(before), "now": Double(segment.size), "change": change / Double(before),
        ],
        segments: [segment.id],
        text: "\(segment.name) \(change > 0 ? "grew" : "shrank") from \(before) to "
          + "\(segment.size) customers.",
      )
    }
  }

  private func descents() -> [Finding] {
    let names = Dictionary(
      (memories.last?.segments ?? []).map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first },
    )
    let born = zip(continuity.segments, segments).compactMap {
      descent,
      segment -> Finding? in
      let sources = descent.from.filter { $0 != descent.id }.compactMap { names[$0] }
      let from = sources.joined(separator: " and ")
      switch descent.relation {
      case .kept: return nil
      case .new:
        return Finding("segment-new", segments: [segment.id], text: "\(segment.name) are new.")
      case .split:
        let text = "\(segment.name) have split from \(from)."
        return Finding("segment-split", segments: [segment.id] + descent.from, text: text)
      case .merged:
        let text = "\(segment.name) have taken in \(from)."
        return Finding("segment-merged", segments: [segment.id], text: text)
      }
    }
    let gone = continuity.gone.filter { $0.into == nil }.map {
      Finding(
        "segment-gone",
        ["size": Double($0.size)],
        segments: [$0.id],
        text: "\($0.name) are no segment any more."
      )
    }
    return born + gone
  }

  private func renamed() -> [Finding] {
    zip(continuity.segments, segments).compactMap { descent, segment in
      guard let former = descent.formerName else { return nil }
      return Finding(
        "renamed",
        segments: [segment.id],
        text: "\(segment.name) were called \(former) before, which is not true of them any more.",
      )
    }
  }

  private func shifts() -> [Finding] {
    guard let drift else { return [] }
    let shifted = drift.features.filter { $0.band == "significant" }.sorted {
      $0.psi == $1.psi ? $0.name < $1.name : $0.psi > $1.psi
    }
    return shifted.prefix(2).map { shift in
      Finding(
        "drift",
        ["psi": shift.psi],
        features: [shift.name],
        text: "\(shift.name) is spread otherwise than at the baseline "
          + "(PSI \((shift.psi * 100).rounded() / 100)).",
      )
    }
  }

  private static func percent(_ share: Double) -> String {
    let percent = share * 100
    return percent < 10 ? "\((percent * 10).rounded() / 10)%" : "\(Int(percent.rounded()))%"
  }
}
