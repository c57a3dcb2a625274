/// Words of a cell folded to a number: letters without case and accents, five bits each.
enum CellWord {
  /// The longest word that can be folded.
  static let maximumLetters = 12

  /// The letters that begin at a place, folded, and where they end; nil if there are none or too many.
  @inline(__always)
  static func folded(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> (word: UInt64, end: Int)? {
    var word: UInt64 = 0
    var position = start
    var letters = 0
    while position < end {
      let byte = bytes[position]
      let letter: UInt8
      var length = 1
      if byte < 0x80 {
        letter = byte | 0x20
      } else {
        let (scalar, bytes) = CellScalar.first(bytes, position, end)
        (letter, length) = (base(of: scalar), bytes)
      }
      guard (0x61...0x7a).contains(letter) else { break }
      letters += 1
      guard letters <= maximumLetters else { return nil }
      word = word << 5 | UInt64(letter &- 0x60)
      position += length
    }
    return letters > 0 ? (word, position) : nil
  }

  /// A word of plain small letters, folded.
  static func folded(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0) { $0 << 5 | UInt64($1 &- 0x60) }
  }

  /// Words of plain small letters between blanks, folded.
  static func set(_ words: String) -> Set<UInt64> {
    Set(words.utf8.split { $0 <= 0x20 }.map { folded($0) })
  }

  /// The small letter below an accent; 0 if a character is no Western letter.
  private static func base(of scalar: UInt32) -> UInt8 {
    switch scalar | 0x20 {
    case 0xe0...0xe5: UInt8(ascii: "a")
    case 0xe7: UInt8(ascii: "c")
    case 0xe8...0xeb: UInt8(ascii: "e")
    case 0xec...0xef: UInt8(ascii: "i")
    case 0xf1: UInt8(ascii: "n")
    case 0xf2...0xf6: UInt8(ascii: "o")
    case 0xf9...0xfc: UInt8(ascii: "u")
    default: 0
    }
  }
}
