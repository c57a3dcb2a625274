extension TextMeasure {
  /// The text as lines no wider than given, broken between words.
  ///
  /// A word wider than a line is broken between letters. What does not fit in the last line ends
  /// in an ellipsis. An empty text gives no lines.
  package func wrap(
    _ text: String,
    width: Double,
    style: TextStyle,
    maxLines: Int = .max
  )
    -> [String]
  {
    var lines: [String] = []
    var line = ""
    for word in words(of: text, width: width, style: style) {
      let longer = line.isEmpty ? word : line + " " + word
      if line.isEmpty || self.width(longer, style: style) <= width + 0.01 {
        line = longer
      } else {
        lines.append(line)
        line = word
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > maxLines else { return lines }
    guard maxLines > 0 else { return [] }
    let rest = lines[(maxLines - 1)...].joined(separator: " ")
    return Array(lines.prefix(maxLines - 1)) + [ellipsized(rest, width: width, style: style)]
  }

  /// Lines of about equal width, as many as `wrap` makes: no heading ends in a single word.
  package func balanced(
    _ text: String,
    width: Double,
    style: TextStyle,
    maxLines: Int = .max
  )
    -> [String]
  {
    let lines = wrap(text, width: width, style: style)
    guard (2...max(2, maxLines)).contains(lines.count) else {
      return wrap(text, width: width, style: style, maxLines: maxLines)
    }
    // The narrowest width that needs no more lines, to within a point or so.
    var (narrow, wide, best) = (width / Double(lines.count), width, lines)
    while wide - narrow > 1 {
      let middle = (narrow + wide) / 2
      let tried = wrap(text, width: middle, style: style)
      (narrow, wide) = tried.count > lines.count ? (middle, wide) : (narrow, middle)
      if tried.count == lines.count { best = tried }
    }
    return best
  }

  /// The height of a text wrapped to a width: lines times their distance.
  package func height(
    of text: String,
    width: Double,
    style: TextStyle,
    maxLines: Int = .max
  )
    -> Double
  {
    Double(wrap(text, width: width, style: style, maxLines: maxLines).count) * style.leading
  }

  private func words(of text: String, width: Double, style: TextStyle) -> [String] {
    // No-break spaces stay inside a word: that is what they are for.
    SafeText.paragraph(text).split(separator: " ").flatMap { word -> [String] in
      let word = String(word)
      guard self.width(word, style: style) > width + 0.01 else { return [word] }
      return pieces(of: word, width: width, style: style)
    }
  }

  private func pieces(of word: String, width: Double, style: TextStyle) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for letter in word {
      if !piece.isEmpty, self.width(piece + String(letter), style: style) > width {
        pieces.append(piece)
        piece = ""
      }
      piece.append(letter)
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }
}
