/// Finds the color of a palette that is nearest to another, the first of several.
///
/// The eye sees green best, so differences of green count most; colors whose green alone is farther away than
/// the best one found are not looked at.
struct NearestColor {
  private struct Entry {
    let red: Int
    let green: Int
    let blue: Int
    let place: Int

    init(_ color: UInt32, place: Int) {
      red = Int(color >> 16 & 0xFF)
      green = Int(color >> 8 & 0xFF)
      blue = Int(color & 0xFF)
      self.place = place
    }
  }

  private let entries: [Entry]
  /// For each green where the entries with as much or more of it begin.
  private let starts: [Int]

  /// - Parameter palette: At least one color, 0xRRGGBB.
  init(_ palette: [UInt32]) {
    let entries = palette.enumerated().map { Entry($1, place: $0) }.sorted { $0.green < $1.green }
    starts = (0...255).map { green in
      entries.firstIndex { $0.green >= green } ?? entries.count
    }
    self.entries = entries
  }

  /// The place in the palette of the color nearest to a color.
  func place(of color: UInt32) -> Int {
    let wanted = Entry(color, place: 0)
    var best = (distance: Int.max, place: 0)
    /// Whether entries with still another green may be nearer.
    func look(at entry: Entry) -> Bool {
      let green = wanted.green - entry.green
      guard 4 * green * green <= best.distance else { return false }
      let (red, blue) = (wanted.red - entry.red, wanted.blue - entry.blue)
      let distance = 4 * green * green + 2 * red * red + 3 * blue * blue
      if (distance, entry.place) < best { best = (distance, entry.place) }
      return true
    }
    let start = starts[wanted.green]
    for place in start..<entries.count where !look(at: entries[place]) { break }
    for place in (0..<start).reversed() where !look(at: entries[place]) { break }
    return best.place
  }
}
