/// A text above a chart at a value of its horizontal axis, such as the name of a reference line.
package struct MarkHeading: Sendable, Hashable {
  /// The text.
  package let text: String
  /// The value it belongs to.
  package let value: Double

  /// A text at a value.
  package init(_ text: String, value: Double) {
    self.text = SafeText.label(text)
    self.value = value
  }
}
