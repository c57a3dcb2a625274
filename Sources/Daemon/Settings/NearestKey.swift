/// Finds the word somebody probably meant.
enum NearestKey {
  /// The known word with the fewest edits, if it takes no more than a third of its letters, at
  /// least two.
  static func of(_ typed: String, among known: [String]) -> String? {
    let scored = known.map { (word: $0, edits: edits(from: Array(typed), to: Array($0))) }
    guard let best = scored.min(by: { ($0.edits, $0.word) < ($1.edits, $1.word) }) else {
      return nil
    }
    return best.edits <= max(2, best.word.count / 3) ? best.word : nil
  }

  /// "Did you mean …?" or the list of what there is.
  static func advice(_ typed: String, among known: [String]) -> String {
    if let nearest = of(typed, among: known) {
      return "Did you mean `\(nearest)`?"
    }
    return "Possible are: \(known.sorted().joined(separator: ", "))."
  }

  // Letters inserted, removed, exchanged, or swapped with their neighbor, each counting one.
  private static func edits(from a: [Character], to b: [Character]) -> Int {
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
