/// Makes any text harmless before it is measured or drawn.
///
/// Names come from other people's files. Ten thousand accents on one letter keep a text engine
/// busy for seconds, and hidden direction marks can make a name read as another.
package enum SafeText {
  /// The most letters of a name that is drawn.
  package static let longestLabel = 80
  /// The most letters of a line that is drawn.
  static let longestLine = 600
  /// The most letters of a text that is broken into lines.
  static let longestParagraph = 4_000
  /// The most accents on one letter.
  static let mostMarks = 4

  /// A name from somebody's data: one line of at most 80 letters, then an ellipsis.
  package static func label(_ text: String) -> String {
    cleaned(text, limit: longestLabel)
  }

  /// A sentence of ours around such names: one line of at most 600 letters, then an ellipsis.
  package static func line(_ text: String) -> String {
    cleaned(text, limit: longestLine)
  }

  /// Running text of ours that will be broken into lines: at most 4,000 letters.
  package static func paragraph(_ text: String) -> String {
    cleaned(text, limit: longestParagraph)
  }

  /// A word that can name a place in a file: ASCII letters, digits, `-` and `_`, never empty.
  package static func identifier(_ text: String) -> String {
    let word = String(
      text.unicodeScalars.prefix(64).map { scalar -> Character in
        let plain = scalar.isASCII && scalar.properties.isAlphabetic
        let digit = ("0"..."9").contains(scalar)
        return plain || digit || scalar == "-" || scalar == "_" ? Character(scalar) : "-"
      }
    )
    return word.isEmpty ? "-" : word
  }

  private static func cleaned(_ text: String, limit: Int) -> String {
    if text.utf8.count <= limit, isClean(text) { return text }
    // Enough for any text that stays, so that the work does not grow with what is dropped.
    var scalars = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars.prefix(limit * 24) {
      guard let kept = replacement(for: scalar) else { continue }
      // Browsers draw several spaces as one; what is measured must be what is drawn.
      if kept == " ", scalars.last == " " { continue }
      marks = isMark(kept) ? marks + 1 : 0
      if marks <= mostMarks { scalars.append(kept) }
    }
    let whole = String(scalars)
    // Counting letters is dear, and no letter has less than a byte.
    guard whole.utf8.count > limit, whole.count > limit else { return whole }
    return whole.prefix(limit - 1) + "…"
  }

  /// Whether a text is plain ASCII without two spaces in a row, so that nothing of it changes.
  private static func isClean(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      guard (0x20..<0x7F).contains(byte), byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return true
  }

  /// The scalar to draw, a space for anything that breaks or controls a line, nil for what goes.
  private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
    case 0x00...0x1F, 0x7F...0x9F: nil
    // Marks that turn the direction of reading, and the byte order mark.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: nil
    // Tag characters draw nothing and carry hidden text.
    case 0xE0000...0xE0FFF: nil
    case 0xFFFE, 0xFFFF: nil
    default: scalar
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    // Letters of Europe, without a look at the tables of Unicode.
    guard scalar.value >= 0x300 || scalar.value == 0xAD else { return false }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    // Joiners hang on the letter before them like accents do.
    case .format: true
    default: false
    }
  }
}
