import Glibc

extension TypedSettings {
  /// Where a configuration is looked for when none is named.
  package static let standardPaths = ["./segmentd.yaml", "/etc/segmentd/segmentd.yaml"]

  /// Adds a file's text; what is wrong with it is noted.
  mutating func add(text: String, path: String, faults: FaultBook) {
    filePath = path
    file = YAMLFile.read(text, path: path, faults: faults)
  }
}

extension Settings {
  /// Finds the configuration file, reads it, and puts environment and flags on top.
  ///
  /// A named file must exist; of the standard ones the first that exists counts.
  package static func load(
    configPath: String?,
    environment: [String: String],
    flags: [SettingsFlag] = [],
  ) throws(SettingsFaults) -> Settings {
    let faults = FaultBook()
    var typed = TypedSettings()
    let named = configPath ?? environment["SEGMENTD_CONFIG"]
    if let path = named ?? TypedSettings.standardPaths.first(where: exists) {
      if let text = text(of: path, faults) {
        typed.add(text: text, path: path, faults: faults)
      }
    }
    typed.add(environment: environment)
    for flag in flags {
      typed.add(flag: flag.flag, path: flag.path, value: flag.value)
    }
    return try Settings(typed, faults: faults)
  }

  private static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  private static func text(of path: String, _ faults: FaultBook) -> String? {
    let place = TypedOrigin.file(path, line: 1, column: 1)
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      let failure = FileFailure(attempt: "open", path: path, code: errno)
      faults.note(
        place,
        "",
        "The configuration cannot be opened: \(failure.cause).",
        "Check the path and its permissions."
      )
      return nil
    }
    let file = OpenFile(descriptor: descriptor, path: path)
    var buffer = [UInt8](repeating: 0, count: YAMLFile.largestBytes + 1)
    do {
      guard try file.facts().kind == .file else {
        faults.note(place, "", "The configuration is not a file.", "Name a YAML file.")
        return nil
      }
      let count = try file.read(into: &buffer)
      return String(decoding: buffer.prefix(count), as: UTF8.self)
    } catch {
      faults.note(place, "", "The configuration cannot be read.", "Check the disk it lies on.")
      return nil
    }
  }
}

/// A setting given on the command line.
package struct SettingsFlag: Sendable {
  /// As typed: `--inbox`.
  package var flag: String
  /// The setting it stands for: `inbox`, `report.template`.
  package var path: String
  package var value: String

  package init(flag: String, path: String, value: String) {
    self.flag = flag
    self.path = path
    self.value = value
  }
}
