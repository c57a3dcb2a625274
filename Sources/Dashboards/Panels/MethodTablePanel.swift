import Plots
import Segments

/// Every clustering that was tried, with its scores; the chosen one is tinted.
struct MethodTablePanel: Panel {
  static let id = "method_table"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let candidates = reading.report.candidates
    guard !candidates.isEmpty else { return .absent(reading.words("absent.candidates")) }
    let words = reading.words
    let done = candidates.filter { $0.skipped == nil }
    let widths = [
      "silhouette": 50.0, "silhouette-all": 58, "davies-bouldin": 66, "calinski-harabasz": 76,
      "unassigned": 54, "smallest": 52,
    ]
    let keys = [
      "silhouette", "silhouette-all", "davies-bouldin", "calinski-harabasz", "unassigned",
      "smallest",
    ]
    let rest = subject.width - widths.values.reduce(0, +)
    let columns =
      [TableDrawing.Column(title: words("table.method"), width: rest, isText: true)]
      + keys.map { .init(title: words("method.column." + $0), width: widths[$0] ?? 60) }
    let best = Best(done)
    let rows = done.map { row($0, best, reading) }
    let chosen = done.firstIndex(where: \.chosen)
    let sheet = TableDrawing(columns: done.isEmpty ? [] : columns, pitch: 14.5, tinted: chosen)
    var picture = sheet.picture(rows, for: subject, reading.style)
    picture.header = sheet.headerHeight(reading.style)
    let skipped = self.skipped(candidates, reading)
    picture.title =
      words("methods.block", ["n": reading.words.small(done.count, reading.format)])
      .capitalizedFirst
    picture.descriptor = words("methods.desc")
    picture.notes = (done.isEmpty ? [] : [words("methods.note")]) + skipped
    picture.table = DataTable(
      columns.map(\.title),
      rows.map { $0.map(\.text) } + skipped.map { [$0] }
    )
    picture.onScreen = .table
    return .picture(picture)
  }

  /// The best value of each score.
  private struct Best {
    let silhouette: Double?
    let all: Double?
    let index: Double?
    let ratio: Double?

    init(_ candidates: [SegmentReport.CandidateFacts]) {
      silhouette = candidates.compactMap(\.silhouette).max()
      all = candidates.compactMap(\.silhouetteOfAll).max()
      index = candidates.compactMap(\.daviesBouldin).min()
      ratio = candidates.compactMap(\.calinskiHarabasz).max()
    }
  }

  private func row(
    _ candidate: SegmentReport.CandidateFacts,
    _ best: Best,
    _ reading: Reading
  ) -> [TableDrawing.Cell] {
    let format = reading.format
    func score(_ value: Double?, _ best: Double?, _ text: (Double) -> String) -> TableDrawing.Cell {
      guard let value else { return .init("–") }
      return .init(text(value), value == best ? .data.bold : .data.plain)
    }
    let name = Self.name(of: candidate, reading)
    let all = max(1, reading.report.customers)
    return [
      .init(name, candidate.chosen ? .data.bold : .data.plain),
      score(candidate.silhouette, best.silhouette) { format.fixed($0, decimals: 3) },
      score(candidate.silhouetteOfAll, best.all) { format.fixed($0, decimals: 3) },
      score(candidate.daviesBouldin, best.index) { format.fixed($0, decimals: 3) },
      score(candidate.calinskiHarabasz, best.ratio) { format.number($0.rounded()) },
      .init(
        candidate.noise == 0
          ? "0" : format.percent(Double(candidate.noise) / Double(all)),
        .data.plain
      ),
      .init(candidate.sizes.last.map(reading.cell) ?? "–", .data.plain),
    ]
  }

  /// "DBSCAN, ε 0.04, 50 points: 3 groups" or "k-means, 3 groups".
  static func name(of candidate: SegmentReport.CandidateFacts, _ reading: Reading) -> String {
    let words = reading.words
    var parts = [words("method." + candidate.method)]
    if let eps = candidate.parameters["eps"] {
      parts.append(words("method.eps", ["eps": reading.format.shortest(eps)]))
    }
    if let points = candidate.parameters["min-points"] {
      parts.append(words("method.points", ["n": reading.format.number(points)]))
    }
    if let k = candidate.k { parts.append(words.counted(k, "method.groups", reading.format)) }
    return parts.joined(separator: ", ")
  }

  private func skipped(_ candidates: [SegmentReport.CandidateFacts], _ reading: Reading) -> [String]
  {
    var reasons: [(reason: String, methods: [String])] = []
    for candidate in candidates {
      guard let english = candidate.skipped else { continue }
      let own = candidate.skipRule.flatMap { reading.words.find("skipped." + $0) }
      let reason = reading.words.isOfReports ? english : own ?? ""
      let name = reading.words("method." + candidate.method)
      if let place = reasons.firstIndex(where: { $0.reason == reason }) {
        if !reasons[place].methods.contains(name) { reasons[place].methods.append(name) }
      } else {
        reasons.append((reason, [name]))
      }
    }
    return reasons.map { reason, methods in
      reading.words(
        "methods.skipped",
        ["methods": reading.words.list(methods), "reason": reason]
      )
    }
  }
}
