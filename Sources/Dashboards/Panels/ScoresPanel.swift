import Plots
import Segments

/// Scores against the number of segments: four small panels side by side.
struct ScoresPanel: Panel {
  static let id = "k_selection"
  private static let tallest = 220.0

  /// One criterion.
  private struct Criterion {
    let id: String
    let values: [(k: Int, value: Double)]
    /// The k that is marked as best.
    let best: Int?
    let startsAtZero: Bool
  }

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let criteria = self.criteria(of: reading)
    guard criteria.contains(where: { $0.values.count > 1 }) else {
      return .absent(reading.words("absent.k"))
    }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let gap = 12.0
    let width = (subject.width - gap * 3) / 4
    let height = subject.height(from: 152, to: Self.tallest)
    for (index, criterion) in criteria.enumerated() where criterion.values.count > 1 {
      let x = Double(index) * (width + gap)
      draw(criterion, Rect(x: x, y: 0, width: width, height: height - 2), reading, &drawing)
    }
    var picture = Picture(plot: drawing.scene(height: height))
    picture.tallest = Self.tallest
    picture.notes = [reading.words("k.note")]
    picture.summary = criteria.compactMap { criterion in
      criterion.best.map { "\(reading.words("score." + criterion.id)): \($0)" }
    }.joined(separator: "; ")
    picture.table = table(criteria, reading)
    return .picture(picture)
  }

  private func criteria(of reading: Reading) -> [Criterion] {
    let method = Self.method(reading)
    let tried = reading.report.candidates.filter { $0.method == method && $0.k != nil }
      .sorted { ($0.k ?? 0) < ($1.k ?? 0) }
    func values(_ path: KeyPath<SegmentReport.CandidateFacts, Double?>) -> [(k: Int, value: Double)]
    {
      tried.compactMap { candidate in
        guard let k = candidate.k, let value = candidate[keyPath: path], value.isFinite else {
          return nil
        }
        return (k, value)
      }
    }
    let silhouette = values(\.silhouette)
    let ratio = values(\.calinskiHarabasz)
    let index = values(\.daviesBouldin)
    let elbow = reading.report.curves.elbow
    let spread =
      elbow.map { zip($0.k, $0.inertia).map { (k: $0, value: $1) } } ?? values(\.inertia)
    return [
      Criterion(
        id: "silhouette",
        values: silhouette,
        best: silhouette.max { $0.value < $1.value }?.k,
        startsAtZero: false
      ),
      Criterion(
        id: "calinski-harabasz",
        values: ratio,
        best: ratio.max { $0.value < $1.value }?.k,
        startsAtZero: false
      ),
      Criterion(
        id: "davies-bouldin",
        values: index,
        best: index.min { $0.value < $1.value }?.k,
        startsAtZero: false
      ),
      Criterion(id: "inertia", values: spread, best: elbow?.knee, startsAtZero: true),
    ]
  }

  /// The method whose numbers of segments are compared: the chosen one, else the one tried most.
  static func method(_ reading: Reading) -> String {
    let counts = Dictionary(grouping: reading.report.candidates.filter { $0.k != nil }) {
      $0.method
    }.mapValues(\.count)
    let chosen = reading.report.choice.method
    if counts[chosen] ?? 0 > 1 { return chosen }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? chosen
  }

  private func draw(
    _ criterion: Criterion,
    _ box: Rect,
    _ reading: Reading,
    _ drawing: inout Drawing
  ) {
    let words = reading.words
    drawing.text(
      words("score." + criterion.id),
      box.minX,
      10,
      Lettering.h2.size(9).within(box.width)
    )
    drawing.text(words("score.\(criterion.id).hint"), box.minX, 22, .desc.within(box.width))
    let ks = Set(criterion.values.map(\.k)).sorted().map(Double.init)
    // Nine and ten side by side would touch.
    let shown = ks.count > 8 ? ks.filter { $0.truncatingRemainder(dividingBy: 2) == 0 } : ks
    let line = criterion.values.map { (x: Double($0.k), y: $0.value) }
    var plot = Plot(
      x: .linear(words("score.k"), marking: .at(shown), hasGrid: false),
      y: .linear(includesZero: criterion.startsAtZero, cover: .whole),
      marks: [LineMark(line, dots: .all, width: 1.2)]
    )
    if let k = reading.report.choice.k, reading.isSegmented, ks.contains(Double(k)) {
      plot.marks.insert(RuleMark(.x, Double(k), isDashed: false), at: 0)
    }
    let best = line.filter { Int($0.x) == criterion.best }
    plot.marks.append(DotMark(best.map { .init(x: $0.x, y: $0.y) }, size: 8))
    let scene = plot.scene(size: Size(box.width, box.height - 28), style: reading.style.plot)
    drawing.place(scene, box.minX, 28)
  }

  private func table(_ criteria: [Criterion], _ reading: Reading) -> DataTable {
    let ks = Set(criteria.flatMap { $0.values.map(\.k) }).sorted()
    return DataTable(
      [reading.words("score.k")] + criteria.map { reading.words("score." + $0.id) },
      ks.map { k in
        ["\(k)"]
          + criteria.map { criterion in
            criterion.values.first { $0.k == k }.map { reading.format.number($0.value) } ?? "–"
          }
      }
    )
  }
}
