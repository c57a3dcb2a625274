/// The words by which programs and people say yes or no, in seven languages.
package enum BooleanWord {
  private static let yes = CellWord.set(
    "true yes y t on si s oui o vrai ja j wahr verdadero vero sim verdadeiro waar"
  )
  private static let no = CellWord.set(
    "false no n f off non faux nein nao falsch falso falsa nee onwaar"
  )

  /// What a cell says, or nil if it says neither; 1 is yes and 0 is no.
  package static func value(of text: String) -> Bool? {
    let bytes = Array(text.utf8)
    let range = CellText.trimmed(bytes.span, 0..<bytes.count)
    switch range.count == 1 ? bytes[range.lowerBound] : 0 {
    case UInt8(ascii: "1"): return true
    case UInt8(ascii: "0"): return false
    default: return value(of: bytes.span, range.lowerBound, range.upperBound)
    }
  }

  /// What the word of a trimmed cell says; nil if it is no word or says neither.
  static func value(of bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool? {
    guard let (word, stop) = CellWord.folded(bytes, start, end), stop == end else { return nil }
    if yes.contains(word) { return true }
    return no.contains(word) ? false : nil
  }
}
