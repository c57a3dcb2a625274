/// Items that belong together: moved, clipped and described as one.
package struct SceneGroup: Sendable, Equatable {
  /// The items, drawn in order; their places are relative to `offset`.
  package var items: [SceneItem]
  /// How far the items are moved.
  package var offset: Point
  /// Nothing is drawn outside of this rectangle (in the moved coordinates); nil for no limit.
  package var clip: Rect?
  /// What the group is to a reader who cannot see it.
  package var role: SceneRole
  /// Its name, shown as a tool tip on screen.
  package var title: String?
  /// What is to be seen, in a few sentences.
  package var summary: String?
  /// A word by which a page on screen finds marks that belong together, such as a letter.
  package var tag: String?
  /// What the group is to a program that checks pages.
  package var fact: SceneFact?

  /// A group.
  package init(
    _ items: [SceneItem] = [],
    offset: Point = .zero,
    clip: Rect? = nil,
    role: SceneRole = .none,
    title: String? = nil,
    summary: String? = nil,
    tag: String? = nil,
    fact: SceneFact? = nil
  ) {
    self.fact = fact
    self.items = items
    self.offset = offset
    self.clip = clip
    self.role = role
    self.title = title.map(SafeText.line)
    self.summary = summary.map(SafeText.line)
    self.tag = tag.map(SafeText.identifier)
  }
}
