import Plots
import Segments

/// Which measures move together: a triangle of correlations.
struct CorrelationPanel: Panel {
  static let id = "corr"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let all = reading.correlated
    guard all.count >= 2, reading.report.customers >= 5 else {
      return .absent(reading.words("absent.no-correlation"))
    }
    let strongest = strongestReach(of: all, reading)
    let measures = Array(
      all.sorted { (strongest[$0.place] ?? 0, $1.place) > (strongest[$1.place] ?? 0, $0.place) }
        .prefix(25)
    ).sorted { $0.place < $1.place }
    let triangle = CorrelationTriangle(
      measures: measures,
      matrix: reading.report.correlations.pearson,
      limit: subject.limit ?? .infinity
    )
    let rows = Double(measures.count - 1)
    let plain = triangle.scene(width: subject.width, reading)
    let most = min(
      plain.size.height + 15 * rows,
      max(plain.size.height, subject.limit ?? .infinity)
    )
    let higher = subject.height(from: plain.size.height, to: most) - plain.size.height
    let plot = higher > 0 ? triangle.scene(width: subject.width, reading, higher: higher) : plain
    var picture = Picture(plot: plot)
    picture.tallest = most
    describe(measures, all.count, reading, &picture)
    return .picture(picture)
  }

  private func strongestReach(of measures: [Measure], _ reading: Reading) -> [Int: Double] {
    reading.pairs.reduce(into: [:]) { reach, pair in
      reach[pair.one.place] = max(reach[pair.one.place] ?? 0, pair.r.magnitude)
      reach[pair.other.place] = max(reach[pair.other.place] ?? 0, pair.r.magnitude)
    }
  }

  /// "+0.73".
  static func text(_ r: Double, _ reading: Reading) -> String {
    let text = reading.format.fixed(r, decimals: 2)
    return r > 0.005 ? "+" + text : text
  }

  /// ".73", "−.73" or "1".
  static func shortText(_ r: Double, _ reading: Reading) -> String {
    let text = reading.format.fixed(r.magnitude, decimals: 2)
    let digits = text.first == "0" ? String(text.dropFirst()) : "1"
    return r < -0.005 ? NumberFormat.minus + digits : digits
  }

  private func describe(
    _ measures: [Measure],
    _ count: Int,
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let words = reading.words
    if let pair = reading.pairs.first {
      picture.title = words(
        pair.r >= 0 ? "corr.title" : "corr.title.against",
        [
          "one": pair.one.label, "other": pair.other.inner,
          "r": Self.text(pair.r, reading),
        ]
      )
    }
    picture.descriptor = words(
      "corr.desc",
      ["n": reading.format.integer(reading.report.customers)]
    )
    let constant = reading.measures.filter(\.isConstant).map(\.label)
    if !constant.isEmpty {
      picture.notes.append(words("corr.constant", ["list": words.list(constant)]))
    }
    if count > measures.count {
      picture.notes.append(
        words("corr.more", ["n": reading.format.integer(measures.count)])
      )
    }
    picture.summary = reading.pairs.prefix(4).map {
      "\($0.one.label) – \($0.other.label): \(Self.text($0.r, reading))"
    }.joined(separator: "; ")
    let matrix = reading.report.correlations.pearson
    picture.table = DataTable(
      [words("table.measure")] + measures.map(\.label),
      measures.map { one in
        [one.label]
          + measures.map { other in
            one.place == other.place
              ? "1" : matrix[one.place][other.place].map { Self.text($0, reading) } ?? "–"
          }
      }
    )
  }
}
