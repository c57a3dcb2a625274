/// How often something happened, and the first lines where it did.
struct LineCount: Equatable {
  /// How many lines are remembered.
  static let shownLines = 5

  /// How often it happened.
  private(set) var total = 0
  /// The first lines, each once.
  private(set) var lines: [Int] = []

  /// Counts on; the lines must not come before those that are known.
  mutating func add(_ count: Int, lines more: [Int]) {
    total += count
    for line in more where lines.count < Self.shownLines && lines.last != line {
      lines.append(line)
    }
  }
}
