extension Scene {
  /// The names of all places in the scene that links may lead to.
  package var destinations: Set<String> {
    Self.destinations(in: items)
  }

  private static func destinations(in items: [SceneItem]) -> Set<String> {
    var names: Set<String> = []
    for item in items {
      switch item {
      case .destination(let name, _): names.insert(SafeText.identifier(name))
      case .group(let group): names.formUnion(destinations(in: group.items))
      case .path, .rectangle, .circle, .dots, .text, .image, .link: break
      }
    }
    return names
  }
}
