import Segments

/// What the configuration means: every key checked, every default filled in.
package struct Settings: Equatable, Sendable {
  package var inbox: String
  package var outbox: String
  package var state: String
  package var templates: String
  package var watch: WatchSettings
  package var limits: LimitSettings
  package var keep: KeepSettings
  package var hooks: HookSettings
  package var report: ReportSettings
  /// In the order of the file.
  package var datasets: [DatasetSettings]
  /// The file the settings come from, if any.
  package var filePath: String?
  /// What is odd but no fault: environment variables that look like ours and are not.
  package var warnings: [String] = []

  /// The settings of a dataset; one that is not configured has the defaults.
  package func dataset(_ name: String) -> DatasetSettings {
    datasets.first { $0.name == name }
      ?? DatasetSettings(name: name, rejectedShare: limits.rejectedShare)
  }
}

/// How the inbox is watched.
package struct WatchSettings: Equatable, Sendable {
  /// A file is taken after it has not changed for so long.
  package var settle: Duration
  /// The inbox is listed at least so often.
  package var sweep: Duration
  /// Names that are never taken, besides our own list.
  package var ignore: [String]
  /// Only files that have a companion with this ending are taken.
  package var doneMarker: String?
}

/// What is too much.
package struct LimitSettings: Equatable, Sendable {
  package var fileBytes: Int
  package var expandedBytes: Int
  package var ratio: Int
  package var columns: Int
  package var fieldBytes: Int
  package var rejectedShare: Double
  package var memoryBytes: Int
}

/// How long things are kept.
package struct KeepSettings: Equatable, Sendable {
  /// Accepted deliveries; `nil` is for ever.
  package var files: Duration?
  /// Publications of a dataset.
  package var runs: Int
}

/// Programs to call, as argument lists without a shell.
package struct HookSettings: Equatable, Sendable {
  package var published: [String]?
  package var failed: [String]?
}
