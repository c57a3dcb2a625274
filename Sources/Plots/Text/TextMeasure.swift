/// Knows how wide texts are, exactly as they will be drawn.
///
/// A class because it keeps fonts loaded and remembers what it measured; it is not shared between
/// tasks: each job makes its own.
package final class TextMeasure {
  private struct Key: Hashable {
    let text: String
    let style: TextStyle
  }

  let engine: PangoText
  private var known: [Key: TextMetrics] = [:]
  /// Texts that were broken into lines already: a heading is, each time its block is placed.
  var wrapped: [Paragraph: [String]] = [:]

  /// Loads the fonts, those named before those of the house.
  package init(fonts: [String] = []) {
    engine = PangoText(fonts: fonts)
  }

  /// The name of the font that is really used; not "Inter" when that is not installed.
  package var fontFamily: String { engine.family }

  /// The room a text takes.
  ///
  /// The first time costs about 20 µs, later times a look-up.
  package func metrics(of text: String, style: TextStyle) -> TextMetrics {
    let key = Key(text: text, style: style)
    if let metrics = known[key] { return metrics }
    let shown = SafeText.line(text)
    var metrics = engine.metrics(of: shown, style: style)
    if metrics.unknownGlyphs > 0 {
      metrics = TextMetrics(
        width: engine.metrics(of: squared(shown, style: style), style: style).width,
        unknownGlyphs: metrics.unknownGlyphs
      )
    }
    // A bound, not a policy: a publication measures a few thousand texts.
    if known.count > 50_000 { known.removeAll() }
    known[key] = metrics
    return metrics
  }

  /// The text with a plain square for each letter that no installed font can show.
  package func drawable(_ text: String, style: TextStyle) -> String {
    guard metrics(of: text, style: style).unknownGlyphs > 0 else { return text }
    return squared(text, style: style)
  }

  private func squared(_ text: String, style: TextStyle) -> String {
    String(
      text.map { letter in
        engine.metrics(of: String(letter), style: style).unknownGlyphs > 0 ? "□" : letter
      }
    )
  }

  /// The width of a text in points.
  package func width(_ text: String, style: TextStyle) -> Double {
    metrics(of: text, style: style).width
  }

  /// The text, shortened with an ellipsis until it is no wider than given.
  ///
  /// A width too small even for one letter and the ellipsis gives the ellipsis alone.
  package func ellipsized(
    _ text: String,
    width: Double,
    style: TextStyle,
    at place: TextRun.Ellipsis = .end
  ) -> String {
    let text = SafeText.line(text)
    guard self.width(text, style: style) > width + 0.01 else { return text }
    let letters = Array(text)
    func shortened(to count: Int) -> String {
      switch place {
      case .end: trimmedEnd(letters.prefix(count)) + "…"
      case .middle:
        trimmedEnd(letters.prefix((count + 1) / 2)) + "…" + String(letters.suffix(count / 2))
      }
    }
    var low = 0
    var high = max(0, letters.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if self.width(shortened(to: middle), style: style) <= width {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return shortened(to: low)
  }

  /// What of a text run is drawn: all of it, or what fits its greatest width.
  package func shown(_ run: TextRun) -> String {
    guard let width = run.maxWidth else { return run.text }
    return ellipsized(run.text, width: width, style: run.style, at: run.ellipsis)
  }

  /// The rectangle with ink of a text run, on the page.
  package func box(of run: TextRun) -> Rect {
    let text = drawable(SafeText.line(shown(run)), style: run.style)
    let left = left(of: run, width: width(text, style: run.style))
    return engine.ink(of: text, style: run.style).moved(by: Point(left, run.position.y))
  }

  /// Where the pen starts for a text run.
  func left(of run: TextRun, width: Double) -> Double {
    switch run.anchor {
    case .start: run.position.x
    case .middle: run.position.x - width / 2
    case .end: run.position.x - width
    }
  }

  private func trimmedEnd(_ letters: ArraySlice<Character>) -> String {
    var letters = letters
    while letters.last == " " { letters.removeLast() }
    return String(letters)
  }
}
