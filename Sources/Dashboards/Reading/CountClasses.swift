import Plots

/// Classes of counts that the eye can look up: fewer than may be told, then 5, 10, 20, 50 and so on.
struct CountClasses {
  /// The least count of each class.
  let edges: [Int]
  /// Counts below are told as one class.
  let least: Int
  private static let most = 7

  /// At most seven classes for counts up to a greatest one; of more the lowest are joined.
  init(most greatest: Int, least: Int) {
    self.least = least
    let ladder = (0..<10).flatMap { power -> [Int] in
      let ten = Int(repeating: 10, times: power)
      return [ten, 2 * ten, 5 * ten]
    }
    let above = ladder.filter { $0 >= max(2, least) && $0 <= max(greatest, 1) }
    edges = [1] + above.suffix(Self.most - 1)
  }

  /// The class of a count, 0 for the lowest.
  func place(of count: Int) -> Int { (edges.lastIndex { $0 <= count }) ?? 0 }

  /// "<5", "5–9", "100+".
  func text(of place: Int, _ format: NumberFormat) -> String {
    guard place + 1 < edges.count else {
      return edges.count == 1
        ? "<\(format.integer(max(2, least)))" : format.integer(edges[place]) + "+"
    }
    if place == 0 { return "<" + format.integer(edges[1]) }
    let last = edges[place + 1] - 1
    guard last > edges[place] else { return format.integer(last) }
    return format.integer(edges[place]) + "–" + format.integer(last)
  }

  /// A color for each class, from pale to full.
  func colors(in theme: Theme) -> [Color] {
    theme.sequentialPlaces(edges.count).map { theme.sequential[$0] }
  }
}

extension Int {
  /// A number multiplied with itself.
  fileprivate init(repeating factor: Int, times: Int) {
    self = (0..<times).reduce(1) { product, _ in product * factor }
  }
}
