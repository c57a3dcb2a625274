/// Puts the runs so far in a row.
struct TrendBuilder {
  /// More runs than this are not drawn.
  static let mostRuns = 60

  /// Earlier runs, oldest first.
  let memories: [RunMemory]
  let now: RunMemory

  /// The trend, or `nil` on a first run.
  func trend() -> SegmentReport.Trend? {
    guard !memories.isEmpty else { return nil }
    let all = memories + [now]
    let shown = Array(all.indices.suffix(Self.mostRuns))
    let ids = Set(shown.flatMap { all[$0].segments.map(\.id) }).sorted()
    return SegmentReport.Trend(
      runs: shown.map { place in
        let memory = all[place]
        let isNow = place == all.count - 1
        return SegmentReport.Trend.Point(
          run: isNow ? nil : memory.run,
          asOf: memory.asOf,
          customers: memory.customers,
          orders: memory.orders,
          amount: memory.amount,
          method: memory.method,
          silhouette: memory.silhouette,
          unassigned: memory.unassigned,
          rows: memory.rowsRead - (place > 0 ? all[place - 1].rowsRead : 0),
        )
      },
      segments: ids.map { id in line(id, shown.map { all[$0] }) },
    )
  }

  private func line(_ id: Int, _ runs: [RunMemory]) -> SegmentReport.Trend.Line {
    let entries = runs.map { run in run.segments.first { $0.id == id } }
    let last = entries.last { $0 != nil }?.flatMap(\.self)
    return SegmentReport.Trend.Line(
      id: id,
      letter: last?.letter ?? "",
      name: last?.name ?? "",
      sizes: entries.map { $0?.size },
      values: entries.map { $0?.value },
    )
  }
}
