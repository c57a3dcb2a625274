/// A piece of configuration as it was typed, with the place where it was typed.
struct TypedNode: Equatable, Sendable {
  enum Value: Equatable, Sendable {
    case null
    case text(String)
    case list([TypedNode])
    case map([TypedEntry])
  }

  var value: Value
  var origin: TypedOrigin

  /// What it is, for a sentence that says that something else was expected.
  var kind: String {
    switch value {
    case .null: "nothing"
    case .text(let text): "`\(EscapedText.escape(String(text.prefix(40))))`"
    case .list: "a list"
    case .map: "a group of keys"
    }
  }
}

/// One key of a group with what stands under it.
struct TypedEntry: Equatable, Sendable {
  var key: String
  var keyOrigin: TypedOrigin
  var node: TypedNode
}

/// Where something was typed.
enum TypedOrigin: Hashable, Sendable {
  case file(String, line: Int, column: Int)
  case environment(String)
  case flag(String)
  case nowhere

  /// Where it comes among all places: by line, then by column.
  var position: Int {
    if case .file(_, let line, let column) = self { return line * 100_000 + min(column, 99_999) }
    return .max
  }

  /// The place as people write it.
  var shown: String {
    switch self {
    case .file(let path, let line, let column): "\(EscapedText.escape(path)):\(line):\(column)"
    case .environment(let name): "environment variable \(name)"
    case .flag(let name): name
    case .nowhere: "defaults"
    }
  }
}
