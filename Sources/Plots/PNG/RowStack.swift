/// Rows of bytes of one length; a row like the one above it is only counted.
struct RowStack {
  let width: Int
  /// The rows that differ from the one above, one after another.
  private(set) var bytes: [UInt8] = []
  /// How many rows look like each of them, itself included.
  private(set) var counts: [Int] = []

  init(width: Int) {
    self.width = width
  }

  /// How many rows there are.
  var height: Int { counts.reduce(0, +) }

  /// Makes room for as many different rows.
  mutating func reserve(rows: Int) {
    bytes.reserveCapacity(rows * width)
    counts.reserveCapacity(rows)
  }

  /// Adds bytes to the row that is being made.
  mutating func add(_ byte: UInt8, times: Int) {
    bytes.append(contentsOf: repeatElement(byte, count: times))
  }

  /// Ends the row that is being made, of which there are as many as given.
  mutating func endRow(count: Int) {
    counts.append(count)
  }
}
