/// How often something happened, and the first lines where it did.
struct LineCount: Equatable {
  /// How many lines are remembered.
  static let shownLines = 5

  /// How often it happened.
  private(set) var total = 0
  /// The first lines, each once.
  private(set) var lines: [Int] = []

  /// Adds the count of a piece whose lines are counted from this one.
  mutating func add(_ later: LineCount, firstLine: Int) {
    guard later.total > 0 else { return }
    add(later.total, lines: later.lines.map { $0 + firstLine })
  }

  /// Counts on; the lines may come in any order, as those of columns do.
  mutating func add(_ count: Int, lines more: [Int]) {
    total += count
    for line in more where lines.count < Self.shownLines || line < lines[lines.count - 1] {
      guard !lines.contains(line) else { continue }
      lines.insert(line, at: lines.firstIndex { $0 > line } ?? lines.count)
      if lines.count > Self.shownLines { lines.removeLast() }
    }
  }
}
