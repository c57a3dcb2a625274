import Plots
import Segments

/// Which measures move together, by their values.
struct CorrelationPanel: Panel {
  static let id = "corr"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    CorrelationMap(kind: .pearson).outcome(of: reading, for: subject)
  }
}

/// Which measures move together, by the ranks of the customers: no long tail can pull.
struct RankCorrelationPanel: Panel {
  static let id = "corr_spearman"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    CorrelationMap(kind: .spearman).outcome(of: reading, for: subject)
  }
}

/// Which measures move together, by how many pairs of customers are in the same order in both.
struct PairwiseCorrelationPanel: Panel {
  static let id = "corr_kendall"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    CorrelationMap(kind: .kendall).outcome(of: reading, for: subject)
  }
}

/// A triangle of correlations of one kind, with its title and numbers.
private struct CorrelationMap {
  let kind: CorrelationKind

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let all = reading.correlated(by: kind)
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
      matrix: kind.matrix(of: reading.report),
      symbol: kind.symbol,
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
    reading.pairs(by: kind).reduce(into: [:]) { reach, pair in
      reach[pair.one.place] = max(reach[pair.one.place] ?? 0, pair.r.magnitude)
      reach[pair.other.place] = max(reach[pair.other.place] ?? 0, pair.r.magnitude)
    }
  }

  private func describe(
    _ measures: [Measure],
    _ count: Int,
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let words = reading.words
    let pairs = reading.pairs(by: kind)
    if let pair = pairs.first {
      picture.title = words(
        pair.r >= 0 ? "corr.title" : "corr.title.against",
        [
          "one": pair.one.label, "other": pair.other.inner, "symbol": kind.symbol,
          "r": CorrelationText.signed(pair.r, reading),
        ]
      )
    }
    picture.descriptor = words(
      kind == .pearson ? "corr.desc" : "corr.desc." + kind.rawValue,
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
    picture.summary = pairs.prefix(4).map {
      "\($0.one.label) – \($0.other.label): \(CorrelationText.signed($0.r, reading))"
    }.joined(separator: "; ")
    let matrix = kind.matrix(of: reading.report)
    picture.table = DataTable(
      [words("table.measure")] + measures.map(\.label),
      measures.map { one in
        [one.label]
          + measures.map { other in
            one.place == other.place
              ? "1"
              : matrix[one.place][other.place].map { CorrelationText.signed($0, reading) } ?? "–"
          }
      }
    )
  }
}
