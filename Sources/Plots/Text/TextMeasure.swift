import Synchronization

/// Knows how wide texts are, exactly as they will be drawn.
///
/// A class because it keeps fonts loaded and remembers what it measured. Several threads may ask it at once: what is
/// not known yet is measured for one after another.
package final class TextMeasure: Sendable {
  struct Key: Hashable {
    let text: String
    let style: TextStyle
  }

  /// What was measured already.
  struct Known {
    var metrics: [Key: TextMetrics] = [:]
    /// Texts that were broken into lines: a heading is, each time its block is placed.
    var lines: [Paragraph: [String]] = [:]
  }

  let known = Mutex(Known())
  private let engine: Mutex<PangoText>

  /// Loads the fonts, those named before those of the house.
  package init(fonts: [String] = []) {
    engine = Mutex(PangoText(fonts: fonts))
  }

  /// The name of the font that is really used; not "Inter" when that is not installed.
  package var fontFamily: String { withLetters { $0.family } }

  /// Has the letters for oneself while the body runs, which asks for no measures.
  ///
  /// Whatever has Cairo or Pango look at letters stands in here.
  func withLetters<Value: Sendable>(_ body: (PangoText) -> Value) -> Value {
    PangoText.fonts.withLock { _ in engine.withLock { body($0) } }
  }

  /// The room a text takes.
  ///
  /// The first time costs about 20 µs, later times a look-up.
  package func metrics(of text: String, style: TextStyle) -> TextMetrics {
    let key = Key(text: text, style: style)
    if let metrics = known.withLock({ $0.metrics[key] }) { return metrics }
    let shown = SafeText.line(text)
    let metrics = withLetters { letters in
      let metrics = letters.metrics(of: shown, style: style)
      guard metrics.unknownGlyphs > 0 else { return metrics }
      let squared = Self.squared(shown, style: style, letters)
      return TextMetrics(
        width: letters.metrics(of: squared, style: style).width,
        unknownGlyphs: metrics.unknownGlyphs
      )
    }
    known.withLock { known in
      // A bound, not a policy: a publication measures a few thousand texts.
      if known.metrics.count > 50_000 { known.metrics.removeAll() }
      known.metrics[key] = metrics
    }
    return metrics
  }

  /// The text with a plain square for each letter that no installed font can show.
  package func drawable(_ text: String, style: TextStyle) -> String {
    guard metrics(of: text, style: style).unknownGlyphs > 0 else { return text }
    return withLetters { Self.squared(text, style: style, $0) }
  }

  private static func squared(_ text: String, style: TextStyle, _ letters: PangoText) -> String {
    String(
      text.map { letter in
        letters.metrics(of: String(letter), style: style).unknownGlyphs > 0 ? "□" : letter
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
    let ink = withLetters { $0.ink(of: text, style: run.style) }
    return ink.moved(by: Point(left, run.position.y))
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
