/// Headers as they are compared: without case, accents, blanks and marks.
enum HeaderName {
  /// `Order ID`, `order_id` and `ORDER-ID` are one; so are `Währung` and `wahrung`.
  static func normalized(_ header: String) -> String {
    var text = ""
    for scalar in header.lowercased().unicodeScalars {
      if let plain = plainLetters[scalar] {
        text += plain
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The same without the little words between: `Fecha del pedido` is `Fecha pedido`.
  static func withoutLittleWords(_ header: String) -> String {
    words(header).map(normalized).filter { !littleWords.contains($0) }.joined()
  }

  private static let littleWords: Set<String> = [
    "of", "the", "a", "per", "de", "del", "la", "el", "los", "las", "der", "die", "das",
    "des", "von", "du", "le", "les", "d", "l", "di", "dell", "della", "dello", "da", "do", "dos",
    "van", "het",
  ]

  /// The words of a header in lower case: `CustomerID` and `customer-id` are customer and id.
  static func words(_ header: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in header {
      let isPart = character.isLetter || character.isNumber
      if !isPart || (character.isUppercase && wasLower) {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isPart { word += character.lowercased() }
      wasLower = character.isLowercase
    }
    return word.isEmpty ? words : words + [word]
  }

  // Only the letters of the languages we know headers in; the standard library folds no accents.
  private static let plainLetters: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = ["ß": "ss", "æ": "ae", "œ": "oe", "º": "", "ª": ""]
    let families = [
      "a": "àáâãäå", "c": "ç", "e": "èéêë", "i": "ìíîï", "n": "ñ", "o": "òóôõöø", "u": "ùúûü",
      "y": "ýÿ",
    ]
    for (plain, letters) in families {
      for letter in letters.unicodeScalars { table[letter] = plain }
    }
    return table
  }()
}
