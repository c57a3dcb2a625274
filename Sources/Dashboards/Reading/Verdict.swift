import Plots
import Segments

/// Whether the data and the segments can be trusted, in a word and a few sentences.
struct Verdict {
  let reading: Reading

  /// `ok`, `check` or `problem`: the worst of all checks.
  var status: String {
    let all = reading.report.quality.checks.map(\.status)
    if all.contains("problem") { return "problem" }
    return all.contains("check") || isWeak ? "check" : "ok"
  }

  /// The color of the status.
  func color(_ theme: Theme) -> Color { Self.color(of: status, theme) }

  /// The sign of the status: a disc, a triangle or a square.
  func sign(at center: Point, _ theme: Theme) -> [SceneItem] {
    Self.sign(of: status, at: center, theme)
  }

  static func color(of status: String, _ theme: Theme) -> Color {
    switch status {
    case "problem": theme.problem
    case "check": theme.check
    default: theme.ok
    }
  }

  static func sign(of status: String, at center: Point, _ theme: Theme) -> [SceneItem] {
    let marker: Marker = status == "problem" ? .square : status == "check" ? .triangle : .disc
    return marker.items(
      at: center,
      size: 6,
      color: color(of: status, theme),
      page: theme.page
    )
  }

  /// The scores of the clustering the segments come from.
  var chosen: SegmentReport.CandidateFacts? { reading.report.candidates.first(where: \.chosen) }

  /// "strong", "reasonable", "weak" or "none": the word for a silhouette.
  static func word(for silhouette: Double) -> String {
    silhouette > 0.7
      ? "strong" : silhouette > 0.5 ? "reasonable" : silhouette > 0.25 ? "weak" : "none"
  }

  private var isWeak: Bool {
    reading.isSegmented && (chosen?.silhouette ?? 1) <= 0.25
  }

  /// What matters, in sentences.
  var text: String {
    var parts: [String] = []
    let words = reading.words
    if reading.isSegmented, let silhouette = chosen?.silhouette {
      parts.append(
        words(
          "verdict.separation",
          [
            "word": words("silhouette." + Self.word(for: silhouette)),
            "silhouette": reading.format.fixed(silhouette, decimals: 2),
          ]
        )
      )
    } else if !reading.isSegmented {
      parts.append(words(Headlines(reading: reading).whyOne))
    }
    let left = reading.report.rows.read - reading.report.rows.kept
    parts.append(
      left > 0 ? words.counted(left, "verdict.left", reading.format) : words("verdict.all-kept")
    )
    let open = reading.report.quality.checks.count { $0.status != "ok" }
    if open > 0 { parts.append(words.counted(open, "verdict.checks", reading.format)) }
    return parts.joined(separator: " ")
  }
}
