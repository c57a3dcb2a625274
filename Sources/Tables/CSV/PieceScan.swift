/// The records of one piece of a text that is scanned in several pieces at once.
///
/// Where a record begins is not known without reading everything before, because a line break may
/// stand between quotes. So a piece begins after its first line feed, which is right for nearly all
/// files, and is scanned again from the true place where it was not: the result never depends on it.
struct PieceScan: Sendable {
  /// Where the first record begins.
  let start: Int
  /// Where the record after the last one begins.
  var next: Int
  /// How many lines lie between the two.
  var lines = 0
  /// The records; their lines are counted from `start`.
  private(set) var index = RecordIndex()
  /// How many records there are.
  private(set) var records = 0
  /// The first byte between the two that is not ASCII, or `next`.
  var firstNonASCII: Int
  /// Whether a zero byte may lie between the two.
  var hasZero = false
  /// What stopped the scan; its position is that within the piece.
  var error: TableError?

  /// Scans one piece of a text.
  ///
  /// - Parameter isWhole: Whether the text ends where the piece ends.
  init(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    isWhole: Bool,
    _ dialect: CSVDialect,
    limits: CSVLimits,
  ) {
    (start, next) = (range.lowerBound, range.lowerBound)
    firstNonASCII = range.lowerBound
    let origin = Position(line: 0, byte: 0, record: 0)
    var scanner = RecordScanner(dialect, limits: limits, origin: origin)
    do {
      (next, lines) = try scanner.scan(
        bytes,
        range,
        isWhole: isWhole,
        maximum: .max,
        into: &index,
      )
      records = index.records.count
      hasZero = scanner.hasZero
      firstNonASCII =
        scanner.hasNonASCII
        ? ByteKernels.firstNonASCII(bytes.span, from: start, to: next) : next
    } catch {
      self.error = error
    }
  }

  /// Gives back the memory of the records.
  mutating func forgetIndex() { index = RecordIndex() }

  /// Where pieces of about this size begin, as far as can be told, and where the last one ends.
  static func bounds(of range: Range<Int>, in bytes: [UInt8], pieceBytes: Int) -> [Int] {
    var bounds = [range.lowerBound]
    var goal = range.lowerBound + pieceBytes
    while goal < range.upperBound {
      guard let feed = bytes[goal..<range.upperBound].firstIndex(of: 0x0a) else { break }
      if feed + 1 < range.upperBound { bounds.append(feed + 1) }
      goal = max(goal, feed) + pieceBytes
    }
    return bounds + [range.upperBound]
  }
}
