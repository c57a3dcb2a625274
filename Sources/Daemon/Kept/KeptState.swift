import Segments
import Storage

/// The state as commands see it that only look: also while the service runs.
struct KeptState {
  let settings: Settings
  let store: Store

  /// Throws where no service has been yet.
  init(_ settings: Settings) throws {
    guard let store = try House.reader(settings) else {
      throw DaemonError.nothingKept(path: EscapedText.escape(settings.state))
    }
    self.settings = settings
    self.store = store
  }

  /// The datasets to look at: the named one, or all.
  func datasets(_ name: String?) throws -> [String] {
    let all = try store.datasets()
    guard let name else { return all }
    guard all.contains(name) else { throw DaemonError.unknownDataset(name, known: all) }
    return [name]
  }

  /// A kept run by its name, `dataset/name`, or, for the newest of a dataset, `dataset` or `latest`.
  func run(_ text: String) throws -> RunRecord {
    let parts = text.split(separator: "/").map(String.init)
    let all = try store.datasets()
    var found: RunRecord?
    if parts.count == 2 {
      found = try store.run(named: parts[1], of: parts[0])
      if parts[1] == "latest" { found = try newest(of: parts[0]) }
    } else {
      found = try store.run(named: text)
      if found == nil, all.contains(text) { found = try newest(of: text) }
      if found == nil, text == "latest", all.count == 1 { found = try newest(of: all[0]) }
    }
    guard let found else { throw DaemonError.unknownRun(text) }
    guard found.isKept else { throw DaemonError.retiredRun(text) }
    return found
  }

  private func newest(of dataset: String) throws -> RunRecord? {
    guard let name = try store.keptRuns(of: dataset).first else { return nil }
    return try store.run(named: name, of: dataset)
  }

  /// The model that a run left.
  func model(of run: RunRecord) throws -> SegmentModel {
    guard let bytes = try store.part(.model, of: run.name, dataset: run.dataset) else {
      throw DaemonError.retiredRun(run.name)
    }
    return try SegmentModel(json: bytes)
  }

  /// The manifest that a run left: its inputs and its configuration.
  func manifest(of run: RunRecord) throws -> Manifest? {
    try store.part(.manifest, of: run.name, dataset: run.dataset).flatMap { Manifest(json: $0) }
  }

  func members(of run: String, _ dataset: String) throws -> Membership? {
    try store.part(.members, of: run, dataset: dataset).map { try Membership(bytes: $0) }
  }
}
