/// A picture as a value: what is where, before any file format.
///
/// Painters turn the same scene into PDF, PNG and SVG; tests read it. Later items lie on top.
package struct Scene: Sendable, Equatable {
  /// The size of the picture in points.
  package let size: Size
  /// What the whole is painted with first; nil for nothing.
  package var background: Color?
  /// What is on it, bottom first.
  package private(set) var items: [SceneItem] = []

  /// An empty picture.
  package init(size: Size, background: Color? = nil) {
    self.size = size
    self.background = background
  }

  /// The whole area.
  package var bounds: Rect { Rect(origin: .zero, size: size) }

  /// Adds an item on top.
  package mutating func add(_ item: SceneItem) {
    items.append(item)
  }

  /// Adds items on top.
  package mutating func add(_ more: [SceneItem]) {
    items += more
  }

  /// Puts another picture on top, its corner at a place.
  package mutating func place(
    _ other: Scene,
    at corner: Point,
    role: SceneRole = .none,
    title: String? = nil,
    summary: String? = nil,
    tag: String? = nil
  ) {
    var inner = other.items
    if let background = other.background {
      inner.insert(.rectangle(other.bounds, fill: .color(background)), at: 0)
    }
    items.append(
      .group(
        SceneGroup(
          inner,
          offset: corner,
          role: role,
          title: title,
          summary: summary,
          tag: tag
        )
      )
    )
  }

  /// Adds a group whose items are drawn by a closure, in the same coordinates.
  package mutating func group(
    role: SceneRole = .none,
    title: String? = nil,
    summary: String? = nil,
    tag: String? = nil,
    clip: Rect? = nil,
    _ draw: (inout Scene) -> Void
  ) {
    var inner = Scene(size: size)
    draw(&inner)
    items.append(
      .group(
        SceneGroup(
          inner.items,
          clip: clip,
          role: role,
          title: title,
          summary: summary,
          tag: tag
        )
      )
    )
  }
}
