import Synchronization

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
    let paragraph = Paragraph(text: text, width: width, style: style, maxLines: maxLines)
    if let lines = known.withLock({ $0.lines[paragraph] }) { return lines }
    let lines = lines(of: paragraph)
    known.withLock { known in
      if known.lines.count > 10_000 { known.lines.removeAll() }
      known.lines[paragraph] = lines
    }
    return lines
  }

  /// What is to be broken into lines.
  struct Paragraph: Hashable {
    let text: String
    let width: Double
    let style: TextStyle
    let maxLines: Int
  }

  private func lines(of paragraph: Paragraph) -> [String] {
    let (width, style, maxLines) = (paragraph.width, paragraph.style, paragraph.maxLines)
    let text = SafeText.paragraph(paragraph.text)
    let space = self.width(" ", style: style)
    let doubt = Self.isPlain(text) ? style.size * 0.1 : .infinity
    var lines: [String] = []
    var line = Word(text: "", width: 0)
    for word in words(of: text, width: width, style: style) {
      let longer = Word(
        text: line.text.isEmpty ? word.text : line.text + " " + word.text,
        width: line.text.isEmpty ? word.width : line.width + space + word.width
      )
      if line.text.isEmpty || fits(longer, in: width, style, doubt: doubt) {
        line = longer
      } else {
        lines.append(line.text)
        line = word
      }
    }
    if !line.text.isEmpty { lines.append(line.text) }
    guard lines.count > maxLines else { return lines }
    guard maxLines > 0 else { return [] }
    let rest = lines[(maxLines - 1)...].joined(separator: " ")
    return Array(lines.prefix(maxLines - 1)) + [ellipsized(rest, width: width, style: style)]
  }

  /// Lines of about equal width, as many as `wrap` makes: no heading ends in a single word.
  ///
  /// Two lines break between two clauses or phrases where each finds room.
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
    if lines.count == 2, let two = phrases(of: text, width: width, style: style) { return two }
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

  /// A text in two, after a semicolon or instead of a dot between phrases, where both find room.
  private func phrases(of text: String, width: Double, style: TextStyle) -> [String]? {
    var best: (lines: [String], longer: Double)?
    for separator in ["; ", " · "] {
      for range in text.ranges(of: separator) {
        let end = separator == "; " ? text.index(after: range.lowerBound) : range.lowerBound
        let lines = [String(text[..<end]), String(text[range.upperBound...])]
        let longer = lines.map { self.width($0, style: style) }.max() ?? 0
        if longer < min(width, best?.longer ?? .infinity) { best = (lines, longer) }
      }
    }
    return best?.lines
  }

  /// A word, or words with spaces between them, as wide as they are together.
  private struct Word {
    var text: String
    var width: Double
  }

  /// Whether words fit in a line; measured as one text only where their sum leaves a doubt.
  ///
  /// Most lines are tried word by word and never drawn so, and to measure one takes twenty times as long as to look up its words.
  private func fits(_ words: Word, in width: Double, _ style: TextStyle, doubt: Double) -> Bool {
    guard abs(words.width - width) <= doubt else { return words.width < width }
    return self.width(words.text, style: style) <= width + 0.01
  }

  /// Whether spaces are as wide as one alone: in letters of Europe they come from the same font, and
  /// a comma or a full stop draws them nearer by a fiftieth of the size.
  private static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value < 0x250 || (0x2010...0x2044).contains($0.value) }
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

  private func words(of text: String, width: Double, style: TextStyle) -> [Word] {
    // No-break spaces stay inside a word: that is what they are for.
    text.split(separator: " ").flatMap { word -> [Word] in
      let word = String(word)
      let whole = Word(text: word, width: self.width(word, style: style))
      guard whole.width > width + 0.01 else { return [whole] }
      return pieces(of: word, width: width, style: style)
    }
  }

  private func pieces(of word: String, width: Double, style: TextStyle) -> [Word] {
    var pieces: [Word] = []
    var piece = Word(text: "", width: 0)
    for letter in word {
      let text = piece.text + String(letter)
      let longer = Word(text: text, width: self.width(text, style: style))
      if !piece.text.isEmpty, longer.width > width {
        pieces.append(piece)
        piece = Word(text: String(letter), width: self.width(String(letter), style: style))
      } else {
        piece = longer
      }
    }
    if !piece.text.isEmpty { pieces.append(piece) }
    return pieces
  }
}
