/// Rows of bytes of one length, as runs of equal bytes; a row like the one above it is only counted.
struct RowStack {
  /// Equal bytes that follow each other up to a place in the row.
  struct Run: Equatable {
    let byte: UInt8
    /// The place after the last of them.
    let end: Int32
  }

  let width: Int
  /// The runs of all rows that differ from the one above; neighbors in a row have different bytes.
  private(set) var runs: [Run] = []
  /// Where the runs of each of these rows begin.
  private(set) var starts: [Int] = []
  /// How many rows look like each of them, itself included.
  private(set) var counts: [Int] = []
  private var rowStart = 0
  private var rowEnd: Int32 = 0

  init(width: Int) {
    self.width = width
  }

  /// How many rows there are.
  var height: Int { counts.reduce(0, +) }

  /// Where the runs of a row lie.
  func row(_ place: Int) -> Range<Int> {
    starts[place]..<(place + 1 < starts.count ? starts[place + 1] : runs.count)
  }

  /// Makes room for as many runs.
  mutating func reserve(runs count: Int) {
    runs.reserveCapacity(count)
  }

  /// Adds bytes to the row that is being made.
  mutating func add(_ byte: UInt8, times: Int) {
    guard times > 0 else { return }
    rowEnd += Int32(times)
    if runs.count > rowStart, runs[runs.count - 1].byte == byte { runs.removeLast() }
    runs.append(Run(byte: byte, end: rowEnd))
  }

  /// Ends the row that is being made, of which there are as many as given.
  mutating func endRow(count: Int) {
    starts.append(rowStart)
    counts.append(count)
    (rowStart, rowEnd) = (runs.count, 0)
  }
}
