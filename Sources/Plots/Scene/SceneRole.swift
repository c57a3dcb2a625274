/// What a group is to a reader who cannot see it.
package enum SceneRole: Sendable, Hashable {
  /// Nothing of its own.
  case none
  /// A picture with a title and a description.
  case figure
  /// A heading; 1 is the page's own.
  case heading(Int)
  /// Running text.
  case paragraph
  /// A table.
  case table
  /// Something only the eye needs, such as a rule.
  case decoration
}
