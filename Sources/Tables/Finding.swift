/// Something about the data that a reader should know, but that does not stop the work.
///
/// The number of findings never grows with the file: things of one kind are counted in one finding.
package struct Finding: Sendable, Equatable {
  /// What kind of finding this is, in kebab-case; its meaning never changes.
  package let id: String
  /// The first line of the file it speaks of, counted from 1.
  package let line: Int?
  /// The column it speaks of.
  package let column: String?
  /// The numbers in the sentence, by name.
  package let numbers: [String: Double]
  /// The finding as one plain English sentence or two.
  package let text: String

  /// Makes a finding.
  package init(
    id: String,
    line: Int? = nil,
    column: String? = nil,
    numbers: [String: Double] = [:],
    text: String,
  ) {
    self.id = id
    self.line = line
    self.column = column
    self.numbers = numbers
    self.text = text
  }
}
