/// Finds the word somebody probably meant.
enum NearestWord {
  /// The known word with the fewest changed letters; nil when none is near.
  static func of(_ word: String, among known: [String]) -> String? {
    let wanted = Array(word.lowercased().prefix(60))
    var best: (word: String, distance: Int)?
    for candidate in known {
      let distance = distance(wanted, Array(candidate.lowercased()))
      guard distance <= max(2, candidate.count / 3), distance < best?.distance ?? .max else {
        continue
      }
      best = (candidate, distance)
    }
    return best?.word
  }

  /// Letters to add, drop or change to turn one word into the other.
  private static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var row = Array(0...other.count)
    for (i, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, opposite) in other.enumerated() {
        let change = diagonal + (letter == opposite ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[other.count]
  }
}
