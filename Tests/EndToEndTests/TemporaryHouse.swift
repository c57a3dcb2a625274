import Foundation
import Testing

/// Inbox, outbox and state in a folder of their own, and the real program to run in them.
///
/// A class, because the folder is removed when the last user is gone.
final class TemporaryHouse {
  let root: URL

  var inbox: URL { root.appending(path: "inbox") }
  var outbox: URL { root.appending(path: "outbox") }
  var state: URL { root.appending(path: "state") }

  init() throws {
    root = FileManager.default.temporaryDirectory
      .appending(path: "segmentd-house-\(UUID().uuidString)")
    for folder in ["inbox", "outbox", "state"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: folder),
        withIntermediateDirectories: true,
      )
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }

  /// What a program left behind.
  struct Ending {
    var code: Int32
    var output: Data
    var errors: String

    var json: [String: Any] {
      (try? JSONSerialization.jsonObject(with: output)) as? [String: Any] ?? [:]
    }
  }

  /// The program under test: the one `make test` built for release, else the one beside the tests.
  static let program: URL = {
    if let path = ProcessInfo.processInfo.environment["SEGMENTD_BINARY"] {
      return URL(filePath: path)
    }
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.appending(path: ".build/debug/segmentd")
  }()

  @discardableResult
  func run(_ arguments: String...) throws -> Ending {
    try run(Self.program, arguments)
  }

  /// `segmentd run --once` in this house, with short waits.
  @discardableResult
  func drain(_ more: String...) throws -> Ending {
    let configuration = root.appending(path: "segmentd.yaml")
    if !FileManager.default.fileExists(atPath: configuration.path) {
      try write("watch: {settle: 100ms}\n", to: configuration)
    }
    return try run(
      Self.program,
      [
        "run", "--once", "--inbox", inbox.path, "--outbox", outbox.path, "--state", state.path,
        "--config", configuration.path,
      ] + more,
    )
  }

  func run(_ program: URL, _ arguments: [String]) throws -> Ending {
    let output = root.appending(path: "stdout-\(UUID().uuidString)")
    let errors = root.appending(path: "stderr-\(UUID().uuidString)")
    let child = try ChildProgram(
      program.path,
      arguments,
      in: root.path,
      output: output.path,
      errors: errors.path,
    )
    let code = child.wait()
    return Ending(
      code: code,
      output: try Data(contentsOf: output),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
    )
  }

  func write(_ text: String, to file: URL) throws {
    try Data(text.utf8).write(to: file)
  }

  func write(_ data: Data, to file: URL) throws {
    try data.write(to: file)
  }

  func drop(_ text: String, as name: String) throws {
    try write(text, to: inbox.appending(path: name))
  }

  func drop(_ data: Data, as name: String) throws {
    try data.write(to: inbox.appending(path: name))
  }

  /// A made-up shop from the program itself.
  func sample(_ arguments: String...) throws -> Data {
    try sample(arguments)
  }

  func sample(_ arguments: [String]) throws -> Data {
    let ending = try run(Self.program, ["sample"] + arguments)
    #expect(ending.code == 0)
    return ending.output
  }

  /// Published runs: folders of datasets, links and hidden folders left out.
  func runs() throws -> [URL] {
    try children(of: outbox).flatMap { dataset in
      try children(of: dataset).filter { run in
        let values = try run.resourceValues(forKeys: [.isDirectoryKey, .isSymbolicLinkKey])
        return values.isDirectory == true && values.isSymbolicLink != true
      }
    }
  }

  func names(in folder: URL) throws -> [String] {
    try children(of: folder).map(\.lastPathComponent)
  }

  /// The reason beside a refused file.
  func reason(for name: String) throws -> String {
    let file = inbox.appending(path: ".failed/\(name).error.txt")
    return try String(contentsOf: file, encoding: .utf8)
  }

  private func children(of folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasPrefix(".") }
      .sorted()
      .map { folder.appending(path: $0) }
  }
}
