/// Everything that was typed about the settings, unchecked: a file, the environment, and flags.
///
/// Later ones win: file, then environment, then flags.
package struct TypedSettings: Sendable {
  var file: TypedNode?
  /// Dotted path of a setting (`watch.settle`) to what the environment or a flag says about it.
  var overrides: [String: TypedNode] = [:]
  /// `SEGMENTD_…` variables, by name; which of them are settings is known only after reading.
  var environment: [String: String] = [:]
  /// Where the file lies, if there is one.
  package var filePath: String?

  package init() {}

  /// Adds what the environment says; only names that begin with `SEGMENTD_` matter.
  package mutating func add(environment all: [String: String]) {
    environment = all.filter { $0.key.hasPrefix(Self.prefix) }
  }

  /// Adds what a flag says about one setting, named by its dotted path.
  package mutating func add(flag: String, path: String, value: String) {
    overrides[path] = Self.node(value, .flag(flag))
  }

  /// What was typed about the setting at this path outside the file.
  func override(_ path: String) -> TypedNode? {
    if let flag = overrides[path] { return flag }
    let name = Self.variable(path)
    return environment[name].map { Self.node($0, .environment(name)) }
  }

  /// The environment variable of a setting: `watch.done-marker` → `SEGMENTD_WATCH_DONE_MARKER`.
  static func variable(_ path: String) -> String {
    prefix + path.uppercased().replacing(".", with: "_").replacing("-", with: "_")
  }

  private static let prefix = "SEGMENTD_"

  private static func node(_ text: String, _ origin: TypedOrigin) -> TypedNode {
    TypedNode(value: text == "null" ? .null : .text(text), origin: origin)
  }
}
