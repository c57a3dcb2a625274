/// Whether a header says that its column holds dates or times.
enum DateHeader {
  private static let words = CellWord.set(
    """
    date dates time timestamp datetime created updated modified registered ordered purchased paid
    fecha hora creado creada datum zeit uhrzeit erstellt bestelldatum heure cree creation
    data ora creato criado criada dia tijd aangemaakt besteldatum day when
    """
  )

  /// Whether one of the words of a header is such a word.
  static func matches(_ header: String) -> Bool {
    let bytes = Array(header.utf8)
    var position = 0
    while position < bytes.count {
      guard let (word, end) = CellWord.folded(bytes.span, position, bytes.count) else {
        position += 1
        continue
      }
      if words.contains(word) || isJoined(bytes, position, end) { return true }
      position = end
    }
    return false
  }

  /// "orderDate", "PurchaseDate": a capital begins the last word.
  private static func isJoined(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard let capital = (start..<end).last(where: { (0x41...0x5a).contains(bytes[$0]) }),
      capital > start, let (word, _) = CellWord.folded(bytes.span, capital, end)
    else { return false }
    return words.contains(word)
  }
}
