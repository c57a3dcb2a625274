import Foundation

@testable import Segments

extension SampleReport {
  private func letter(_ id: Int) -> String { String(UnicodeScalar(UInt8(64 + id))) }

  private func name(_ id: Int) -> String {
    names?[(id - 1) % (names?.count ?? 1)] ?? "Group number \(id)"
  }

  private func places(_ sizes: [Int], _ last: String) -> [SegmentReport.Place] {
    sizes.enumerated().map { index, size in
      .init(
        kind: "segment",
        id: index + 1,
        letter: letter(index + 1),
        name: name(index + 1),
        size: size
      )
    } + [
      .init(kind: "unassigned", id: 0, letter: "", name: "Unassigned", size: noise),
      .init(kind: last, id: 0, letter: "", name: last, size: 0),
    ]
  }

  /// A tenth of each segment comes from the next one, a twentieth is new, as many have left.
  func migration(_ sizes: [Int]) -> SegmentReport.Migration? {
    guard runs > 1 else { return nil }
    let all = sizes + [noise, 0]
    var counts = all.map { _ in all.map { _ in 0 } }
    for (place, size) in sizes.enumerated() {
      let next = (place + 1) % sizes.count
      counts[place][place] += size - size / 10 - size / 20
      counts[next][place] += size / 10
      counts[all.count - 1][place] += size / 20
      counts[place][all.count - 1] += size / 20
    }
    counts[all.count - 2][all.count - 2] = noise
    let moved = sizes.count > 1 ? sizes.reduce(0) { $0 + $1 / 10 } : 0
    let new = sizes.reduce(0) { $0 + $1 / 20 }
    func count(_ customers: Int) -> SegmentReport.People.Count {
      .init(customers: customers, value: Double(customers) * 250)
    }
    return .init(
      previousRun: "000003-2011-11-09-0a1b2c3d",
      previousAsOf: isDated ? "2011-11-09" : nil,
      from: places(sizes, "new"),
      to: places(sizes, "gone"),
      counts: counts,
      value: counts.map { $0.map { Double($0) * 250 } },
      stayed: customers - moved - new,
      moved: moved,
      movedValue: Double(moved) * 250,
      people: .init(
        new: count(new),
        returned: count(new / 3),
        lost: count(new + 7),
        lapsed: count(7),
        gone: count(new),
        lapsedDays: 180
      )
    )
  }

  func drift() -> SegmentReport.Drift? {
    guard runs > 1, !columns.isEmpty else { return nil }
    let shifts = columns.enumerated().map { index, column in
      let psi = 0.4 / Double(index + 1)
      return SegmentReport.Shift(
        name: column.name,
        psi: psi,
        band: psi > 0.25 ? "significant" : psi >= 0.1 ? "moderate" : "none",
        edges: [1],
        ids: [],
        before: [10, 20, 0],
        now: [20, 5 + index, 5]
      )
    }
    let ids = Array(1...max(1, segments))
    return .init(
      baselineRun: "000001-2011-09-09-0a1b2c3d",
      baselineAsOf: isDated ? "2011-09-09" : nil,
      features: shifts,
      mix: .init(
        name: "segments",
        psi: 0.31,
        band: "significant",
        edges: [],
        ids: ids + [0],
        before: ids.map { 10 * $0 } + [0],
        now: ids.map { 400 / ($0 + 1) } + [7]
      )
    )
  }

  func trend(_ sizes: [Int]) -> SegmentReport.Trend? {
    guard runs > 1 else { return nil }
    let points = (1...runs).map { point($0) }
    let lines = sizes.enumerated().map { index, size in
      let grown: [Int?] = (1...runs).map { run in
        run == 1 && index == 1 ? nil : size * (runs + run) / (2 * runs)
      }
      return SegmentReport.Trend.Line(
        id: index + 1,
        letter: letter(index + 1),
        name: name(index + 1),
        sizes: grown,
        values: grown.map { $0.map { Double($0) * 250 } }
      )
    }
    return .init(runs: points, segments: lines)
  }

  private func point(_ run: Int) -> SegmentReport.Trend.Point {
    let month = run < 10 ? "0\(run)" : "\(run)"
    return SegmentReport.Trend.Point(
      run: run == runs ? nil : "run \(run)",
      asOf: isDated ? "2011-\(month)-09" : nil,
      customers: customers * (runs + run) / (2 * runs),
      orders: nil,
      amount: Double(customers * run) * 250,
      method: "kmeans",
      silhouette: 0.4 + 0.01 * Double(run),
      unassigned: noise,
      rows: customers / runs
    )
  }

  /// One of each relation, and a segment that is gone.
  func continuity() -> SegmentReport.Continuity? {
    guard runs > 1 else { return nil }
    let all = SegmentReport.Relation.allCases
    return .init(
      previousRun: "000003-2011-11-09-0a1b2c3d",
      leastOverlap: 0.3,
      segments: (1...segments).map { id in
        let relation = all[(id - 1) % all.count]
        return .init(
          id: id,
          relation: relation,
          from: relation == .new ? [] : relation == .merged ? [id, segments + 1] : [id],
          similarity: relation == .new ? 0 : 0.83,
          formerName: id == 1 ? "What it was called before" : nil
        )
      },
      gone: [
        .init(
          id: segments + 1,
          letter: letter(segments + 1),
          name: "A group of the past",
          size: 44,
          into: 1
        )
      ],
      highestId: segments + 1
    )
  }

  /// Grids of sixteen by sixteen for pairs of the first measures.
  func pairs(_ values: [[Double]], _ owners: [Int]) -> [SegmentReport.PairGrid] {
    let places = values.indices.prefix(4).filter { place in
      (values[place].max() ?? 0) > (values[place].min() ?? 0)
    }
    return places.flatMap { x in
      places.filter { $0 > x }.map { y in grid(x, y, values, owners) }
    }
  }

  private func grid(
    _ x: Int,
    _ y: Int,
    _ values: [[Double]],
    _ owners: [Int]
  ) -> SegmentReport.PairGrid {
    let side = 16
    let ranges = [x, y].map { (values[$0].min() ?? 0, values[$0].max() ?? 1) }
    func cell(_ value: Double, _ range: (Double, Double)) -> Int {
      min(side - 1, Int((value - range.0) / (range.1 - range.0) * Double(side)))
    }
    var cells: [Int: [Int]] = [:]
    for row in owners.indices {
      let place = cell(values[y][row], ranges[1]) * side + cell(values[x][row], ranges[0])
      cells[owners[row], default: [Int](repeating: 0, count: side * side)][place] += 1
    }
    return .init(
      x: columns[x].name,
      y: columns[y].name,
      columns: side,
      rows: side,
      xLow: ranges[0].0,
      xHigh: ranges[0].1,
      yLow: ranges[1].0,
      yHigh: ranges[1].1,
      xScale: ranges[0].0 > 0 ? "log" : "linear",
      yScale: "linear",
      cells: cells.sorted { $0.key < $1.key }.map { id, counts in
        .init(segment: id, runs: counts.flatMap { [1, $0] })
      }
    )
  }

  /// Scores and named groups, where the made-up shop has orders.
  func rfm() -> SegmentReport.RFMFacts? {
    guard columns.count > 2, columns[2].name == "recency" else { return nil }
    let scores = columns.prefix(3).flatMap { column in
      (1...5).filter { $0 != 2 }.map { score in
        SegmentReport.RFMScore(
          feature: column.name,
          score: score,
          low: Double(score * 10),
          high: Double(score * 10 + (score == 4 ? 0 : 9)),
          customers: customers / 4
        )
      }
    }
    let groups = [
      ("Champions", customers - 5), ("Loyal customers", 3), ("Lost", 2), ("At risk", 0),
    ]
    return .init(
      table: "11 groups, 125 cells",
      scores: scores,
      groups: groups.map { .init(name: $0.0, customers: $0.1) },
      grid: grid()
    )
  }

  /// Recency by frequency: full cells, one with few customers, one empty, as a lower class that nobody has.
  private func grid() -> SegmentReport.RFMGrid? {
    guard customers >= 50 else { return nil }
    let side = customers < 500 ? 3 : 5
    func classes(_ name: String, _ scores: [Int]) -> [SegmentReport.RFMScore] {
      scores.map { score in
        .init(
          feature: name,
          score: score,
          low: Double(score * 10),
          high: Double(score * 10 + (score == 4 ? 0 : 9)),
          customers: customers / side
        )
      }
    }
    let scores = Array(1...side)
    let often = scores.filter { $0 != 2 }
    var cells: [SegmentReport.RFMCell] = []
    for recency in scores {
      for frequency in often where recency > 1 || frequency < side {
        cells.append(cell(recency, frequency))
      }
    }
    return .init(
      side: side,
      recency: classes("recency", scores),
      frequency: classes("frequency", often),
      cells: cells
    )
  }

  private func cell(_ recency: Int, _ frequency: Int) -> SegmentReport.RFMCell {
    let isFew = recency == 2 && frequency == 1
    return .init(
      recency: recency,
      frequency: frequency,
      customers: isFew ? 3 : recency * frequency * customers / 200 + 5,
      meanSpend: Double(frequency) * 321.5,
      medianSpend: Double(frequency) * 250.25,
      segment: recency == frequency ? 1 : recency < frequency ? min(segments, 2) : nil
    )
  }
}
