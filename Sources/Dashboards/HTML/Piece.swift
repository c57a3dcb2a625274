/// A part of the page, with a shorter form for when the file grows too large.
struct Piece {
  let text: String
  let shorter: String?

  init(_ text: String, shorter: String? = nil) {
    self.text = text
    self.shorter = shorter
  }

  /// All pieces one after the other; the heaviest take their shorter form until all fit.
  static func joined(_ pieces: [Piece], limit: Int) -> String {
    var size = pieces.reduce(0) { $0 + $1.text.utf8.count }
    let savings = pieces.indices.map { place in
      pieces[place].shorter.map { pieces[place].text.utf8.count - $0.utf8.count } ?? 0
    }
    let heaviest = pieces.indices.sorted { one, other in
      savings[one] == savings[other] ? one < other : savings[one] > savings[other]
    }
    var shortened: Set<Int> = []
    for place in heaviest where size > limit && savings[place] > 0 {
      shortened.insert(place)
      size -= savings[place]
    }
    return pieces.indices.map { place in
      shortened.contains(place) ? pieces[place].shorter ?? "" : pieces[place].text
    }.joined()
  }
}
