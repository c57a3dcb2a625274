/// A column of texts: UTF-8, trimmed of blanks, laid end to end.
///
/// A missing cell is an empty text. Cells that only say that they are empty ("NULL", "N/A", "NaN",
/// "None", "-") are missing too; "NA" is not, because it is a country.
package struct TextColumn: Sendable, Equatable {
  /// The texts of all rows, one after the other.
  package var bytes: [UInt8]
  /// Where in `bytes` the text of each row ends; it begins where the row before ends.
  package var ends: [Int]

  /// Makes a column from its bytes and the ends of its rows.
  package init(bytes: [UInt8] = [], ends: [Int] = []) {
    precondition((ends.last ?? 0) == bytes.count, "The last text must end where the bytes end.")
    self.bytes = bytes
    self.ends = ends
  }

  /// Makes a column from texts.
  package init(_ texts: [String]) {
    self.init()
    for text in texts {
      append(text.utf8)
    }
  }

  /// How many rows the column has.
  package var count: Int { ends.count }

  /// Where in `bytes` the text of a row lies.
  package func range(of row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  /// The text of a row as UTF-8.
  package subscript(row: Int) -> ArraySlice<UInt8> { bytes[range(of: row)] }

  /// The text of a row.
  package func string(at row: Int) -> String { String(decoding: self[row], as: UTF8.self) }

  /// Whether a row has no text.
  package func isMissing(at row: Int) -> Bool { range(of: row).isEmpty }

  /// The rows that have no text.
  var missingRows: [Int] {
    var rows: [Int] = []
    let ends = ends.span
    var start = 0
    for row in 0..<ends.count {
      if ends[row] == start { rows.append(row) }
      start = ends[row]
    }
    return rows
  }

  /// Adds one row below the others.
  package mutating func append(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  /// Adds the rows of another column below these.
  package mutating func append(_ other: TextColumn) {
    let shift = bytes.count
    bytes += other.bytes
    ends.reserveCapacity(ends.count + other.ends.count)
    for end in other.ends {
      ends.append(end + shift)
    }
  }

  /// The column with only the rows that are marked true.
  package func keeping(_ rows: [Bool]) -> TextColumn {
    var copies = [UInt8](repeating: 0, count: bytes.count)
    var keptEnds: [Int] = []
    keptEnds.reserveCapacity(ends.count)
    var length = 0
    do {
      let bytes = bytes.span
      let ends = ends.span
      var copies = copies.mutableSpan
      var start = 0
      for row in 0..<ends.count {
        let end = ends[row]
        if rows[row] {
          for position in start..<end {
            copies[length] = bytes[position]
            length &+= 1
          }
          keptEnds.append(length)
        }
        start = end
      }
    }
    copies.removeLast(copies.count - length)
    return TextColumn(bytes: copies, ends: keptEnds)
  }
}
