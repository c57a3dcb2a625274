import Yams

/// Reads a configuration file into what was typed, and nothing cleverer than that.
///
/// Anchors, aliases and merge keys are refused: a few hundred bytes of them can grow into
/// gigabytes.
enum YAMLFile {
  static let largestBytes = 64 * 1024
  private static let deepest = 16

  /// The tree of the text, or nothing when it is empty or not YAML; faults are noted.
  static func read(_ text: String, path: String, faults: FaultBook) -> TypedNode? {
    guard text.utf8.count <= largestBytes else {
      faults.note(
        .file(path, line: 1, column: 1),
        "",
        "The file is larger than 64 KiB.",
        "A configuration is a page of text; check that this is the right file."
      )
      return nil
    }
    do {
      // The parser must outlive the walk: anchors are known only as long as it lives.
      let parser = try Parser(yaml: text)
      return try withExtendedLifetime(parser) {
        try parser.singleRoot().flatMap { Walk(path: path, faults: faults).node($0, "", depth: 0) }
      }
    } catch let error as YamlError {
      note(error, path, faults)
    } catch {
      faults.note(
        .file(path, line: 1, column: 1),
        "",
        "The file is not YAML.",
        "Check its first lines."
      )
    }
    return nil
  }

  private static func note(_ error: YamlError, _ path: String, _ faults: FaultBook) {
    switch error {
    case .duplicatedKeysInMapping(let duplicates, let context):
      for key in duplicates {
        faults.note(
          .file(path, line: context.mark.line, column: context.mark.column),
          EscapedText.escape(key),
          "The key stands twice in one group.",
          "Keep one of the two."
        )
      }
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      faults.note(
        .file(path, line: mark.line, column: mark.column),
        "",
        "The file is not YAML here: \(EscapedText.escape(problem)).",
        "Look for a missing quote, bracket or space after a colon on this line or the one before."
      )
    default:
      faults.note(
        .file(path, line: 1, column: 1),
        "",
        "The file cannot be read as YAML.",
        "Save it as UTF-8 text."
      )
    }
  }

  /// The way through the tree, from top to bottom.
  private struct Walk {
    let path: String
    let faults: FaultBook

    func node(_ node: Node, _ key: String, depth: Int) -> TypedNode? {
      let origin = origin(of: node)
      guard depth <= YAMLFile.deepest else {
        faults.note(origin, key, "Groups are nested too deeply.", "At most 16 levels are read.")
        return nil
      }
      switch node {
      case .scalar(let scalar):
        guard scalar.anchor == nil else { return anchored(origin, key) }
        return TypedNode(value: value(of: scalar), origin: origin)
      case .sequence(let sequence):
        guard sequence.anchor == nil else { return anchored(origin, key) }
        let children = sequence.compactMap { self.node($0, key, depth: depth + 1) }
        return TypedNode(value: .list(children), origin: origin)
      case .mapping(let mapping):
        guard mapping.anchor == nil else { return anchored(origin, key) }
        let entries = mapping.compactMap { entry($0.key, $0.value, key, depth: depth) }
        return TypedNode(value: .map(entries), origin: origin)
      case .alias:
        return anchored(origin, key)
      }
    }

    private func entry(_ keyNode: Node, _ value: Node, _ above: String, depth: Int) -> TypedEntry? {
      let place = origin(of: keyNode)
      guard case .scalar(let scalar) = keyNode, scalar.anchor == nil else {
        faults.note(place, above, "A key must be a plain word.", "Write it as `key: value`.")
        return nil
      }
      let path = above.isEmpty ? scalar.string : above + "." + scalar.string
      guard scalar.string != "<<" else {
        faults.note(place, path, "Merge keys are not read.", "Write the keys out.")
        return nil
      }
      return node(value, path, depth: depth + 1).map {
        TypedEntry(key: scalar.string, keyOrigin: place, node: $0)
      }
    }

    private func anchored(_ origin: TypedOrigin, _ key: String) -> TypedNode? {
      faults.note(
        origin,
        EscapedText.escape(key),
        "Anchors and aliases (`&`, `*`) are not read.",
        "Write the value out."
      )
      return nil
    }

    private func origin(of node: Node) -> TypedOrigin {
      .file(path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    private func value(of scalar: Node.Scalar) -> TypedNode.Value {
      let isPlain = scalar.style == .plain || scalar.style == .any
      return isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
        ? .null : .text(scalar.string)
    }
  }
}
