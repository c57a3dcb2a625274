/// A place in a file, for people (the line) and for programs (the byte).
package struct Position: Sendable, Equatable {
  /// The line, counted from 1; line breaks inside quotes count.
  package let line: Int
  /// The byte, counted from 0 in the text after its byte order mark, as UTF-8 if it was UTF-16.
  package let byte: Int
  /// The record, counted from 1: header and blank lines count.
  package let record: Int

  /// Makes a position.
  package init(line: Int, byte: Int, record: Int) {
    self.line = line
    self.byte = byte
    self.record = record
  }
}
