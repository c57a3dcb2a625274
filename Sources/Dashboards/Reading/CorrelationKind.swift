import Segments

/// How two measures are compared: by their values, by their ranks, or pair by pair of customers.
enum CorrelationKind: String {
  case pearson, spearman, kendall

  /// The sign that statistics have for it.
  var symbol: String {
    switch self {
    case .pearson: "r"
    case .spearman: "ρ"
    case .kendall: "τ"
    }
  }

  /// Square, in the order of the report's features; nil where there is none.
  func matrix(of report: SegmentReport) -> [[Double?]] {
    switch self {
    case .pearson: report.correlations.pearson
    case .spearman: report.correlations.spearman
    case .kendall: report.correlations.kendall
    }
  }
}
