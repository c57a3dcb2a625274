import Foundation
import Logging
import Segments
import Storage
import Synchronization
import Testing

@testable import Daemon

/// A house in a folder of its own that is gone when the test ends.
///
/// A class, because leaving removes the folder.
final class TemporaryHouse {
  let root: URL
  var settings: Settings
  var inbox: URL { root.appending(path: "inbox") }
  var outbox: URL { root.appending(path: "outbox") }
  var state: URL { root.appending(path: "state") }
  var failed: URL { inbox.appending(path: ".failed") }

  init(yaml: String = "watch: {settle: 10ms}") throws {
    let name = "segmentd-\(UUID().uuidString)"
    // In memory where there is such a place: tests save to the disk some ten thousand times.
    let memory = URL(filePath: "/dev/shm")
    let isThere = FileManager.default.isWritableFile(atPath: memory.path)
    root = (isThere ? memory : FileManager.default.temporaryDirectory).appending(path: name)
    for part in ["inbox", "outbox", "state"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: part),
        withIntermediateDirectories: true
      )
    }
    settings = try read(yaml)
    settings.inbox = root.appending(path: "inbox").path
    settings.outbox = root.appending(path: "outbox").path
    settings.state = root.appending(path: "state").path
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }

  /// Drops a file, `shop/june.csv` into the folder of a dataset.
  func drop(_ name: String, _ text: String) throws {
    let url = inbox.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }

  /// Takes everything in the inbox as it lies there and carries it to its end.
  func carry(
    wire: Tripwire = .none,
    wantsStop: @escaping @Sendable () -> Bool = { false },
    drawing: Drawing = Drawing { _ in [Artifact(path: "png/01-summary.png", bytes: [1, 2])] },
  ) throws {
    let porter = try porter(wire: wire, wantsStop: wantsStop, drawing: drawing)
    try porter.house.sweep()
    try porter.carry()
    let listing = InboxListing(root: porter.house.inbox.root, watch: settings.watch)
    _ = try porter.claim(listing.entries().filter { $0.skipped == nil })
    try porter.carry()
  }

  func porter(
    wire: Tripwire = .none,
    wantsStop: @escaping @Sendable () -> Bool = { false },
    drawing: Drawing = Drawing { _ in [] },
  ) throws -> Porter {
    let folder = try Folder(at: settings.state, wire: wire)
    return try Porter(
      house: House(settings, state: folder, wire: wire),
      settings: settings,
      surroundings: .still(wantsStop: wantsStop),
      drawing: drawing,
      log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    )
  }

  func store() throws -> Store {
    try Store(path: settings.state + "/segmentd.sqlite", digest: Digest.of)
  }

  /// The published runs as `dataset/run`.
  func runs() throws -> [String] {
    try names(outbox).flatMap { dataset in
      try names(outbox.appending(path: dataset)).filter { $0.hasPrefix("0") }.map {
        "\(dataset)/\($0)"
      }
    }
  }

  /// Every visible run is whole: the manifest is there and every file is as it says.
  func everyRunIsWhole() throws -> Bool {
    try runs().allSatisfy { run in
      let url = outbox.appending(path: run)
      guard let data = try? Data(contentsOf: url.appending(path: "manifest.json")),
        let manifest = Manifest(json: Array(data))
      else { return false }
      return try !manifest.outputs.isEmpty
        && manifest.outputs.allSatisfy { output in
          let bytes = try Array(Data(contentsOf: url.appending(path: output.path)))
          return bytes.count == output.bytes && Digest.text(of: bytes) == output.sha256
        }
    }
  }

  func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  func text(_ url: URL) throws -> String {
    try String(decoding: Data(contentsOf: url), as: UTF8.self)
  }
}

extension Surroundings {
  /// A world in which no time passes and names are counted.
  static func still(wantsStop: @escaping @Sendable () -> Bool = { false }) -> Surroundings {
    Surroundings(
      now: { .zero },
      today: { 20_000 },
      seconds: { 1_700_000_000 },
      token: { UUID().uuidString.lowercased() },
      wantsStop: wantsStop
    )
  }
}

/// Reads settings from a text.
func read(
  _ yaml: String,
  environment: [String: String] = [:],
  flags: [SettingsFlag] = []
)
  throws(SettingsFaults) -> Settings
{
  let faults = FaultBook()
  var typed = TypedSettings()
  typed.add(text: yaml, path: "segmentd.yaml", faults: faults)
  typed.add(environment: environment)
  for flag in flags {
    typed.add(flag: flag.flag, path: flag.path, value: flag.value)
  }
  return try Settings(typed, faults: faults)
}

/// A customer table with so many rows; another seed gives other customers.
func customers(_ count: Int, seed: Int = 1) -> String {
  let rows = (0..<count).map { row in
    "c\(seed)-\(row),\(1 + (row * 7 + seed) % 40),\(10 + (row * 13 + seed) % 90).5\n"
  }
  return "customer,visits,spend\n" + rows.joined()
}
