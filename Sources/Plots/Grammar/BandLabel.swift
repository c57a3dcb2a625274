/// The name of one band: a row of bars, a column of a heat map.
package struct BandLabel: Sendable, Hashable {
  /// The name.
  package var text: String
  /// A second line, such as `n = 615`.
  package var note: String?
  /// Whose band it is; segments get their letter before the name.
  package var paint: Paint?
  /// A value in a column at the far end of the band.
  package var trailing: String?

  /// The name of a band; it is cleaned as names from data are.
  package init(_ text: String, note: String? = nil, paint: Paint? = nil, trailing: String? = nil) {
    self.text = SafeText.label(text)
    self.note = note.map(SafeText.label)
    self.paint = paint
    self.trailing = trailing.map(SafeText.label)
  }
}
