import Yams

/// A value in a YAML file with the way to it.
struct YAMLPlace {
  let node: Node
  let path: String

  /// A member of a mapping.
  func member(_ key: String, _ node: Node) -> YAMLPlace {
    YAMLPlace(node: node, path: path.isEmpty ? key : path + "." + key)
  }

  /// An element of a list.
  func element(_ index: Int, _ node: Node) -> YAMLPlace {
    YAMLPlace(node: node, path: path + "[\(index)]")
  }
}
