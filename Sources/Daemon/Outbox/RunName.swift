import FoundationEssentials

/// The name of a run: a function of what went into it and of nothing else.
///
/// So a run that is repeated after a crash, or after the loss of the store, has the same name and
/// finds itself published already.
struct RunName: Equatable {
  let text: String

  /// What a name is made from.
  private struct Content: Codable {
    var dataset: String
    var configuration: DatasetSettings
    var report: ReportSettings
    var engine: String
    var deliveries: [String]
    var suppressions: [String]
  }

  /// - Parameter accepted: hashes of all deliveries, those of this run included, in any order.
  init(
    accepted: [String],
    asOf: String?,
    dataset: DatasetSettings,
    report: ReportSettings,
    engine: String = Engine.version,
    suppressions: [String] = [],
  ) throws {
    let content = Content(
      dataset: dataset.name,
      configuration: dataset,
      report: report,
      engine: engine,
      deliveries: accepted.sorted(),
      suppressions: suppressions
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let digest = try Digest.text(of: Array(encoder.encode(content)))
    let count = String(accepted.count)
    let padding = String(repeating: "0", count: max(0, 6 - count.count))
    text = "\(padding)\(count)-\(asOf ?? "undated")-\(digest.prefix(8))"
  }
}
