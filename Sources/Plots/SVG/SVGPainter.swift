/// Turns a scene into SVG with real text, to stand inside an HTML page.
///
/// No `style` attributes and no scripts, so it works under a Content-Security-Policy of hashes.
/// Shapes in theme colors carry the classes of `Theme.cssRules`, texts those of `stylesheet`.
package struct SVGPainter: Sendable {
  /// What all ids begin with; different for each picture of a page.
  package let idPrefix: String
  /// What the picture is called; nil for a picture that only the eye needs.
  package let title: String?
  /// What is to be seen on it, in a few sentences.
  package let summary: String?

  /// A painter for one picture.
  package init(idPrefix: String, title: String? = nil, summary: String? = nil) {
    self.idPrefix = SafeText.identifier(idPrefix)
    self.title = title.map(SafeText.line)
    self.summary = summary.map(SafeText.line)
  }

  /// The CSS that texts in pictures need: digits of equal width in tables and axes.
  package static let stylesheet = ".tn{font-variant-numeric:tabular-nums}"

  /// The SVG element; the same scene gives the same text.
  package func paint(_ scene: Scene, measure: TextMeasure) throws(PlotError) -> String {
    let width = SVGNumber.text(scene.size.width)
    let height = SVGNumber.text(scene.size.height)
    var writer = SVGWriter(idPrefix: idPrefix, measure: measure)
    writer.put(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
        + "width=\"\(width)\" height=\"\(height)\" "
        + "font-family=\"Inter, 'Noto Sans', 'DejaVu Sans', sans-serif\" \(label)>"
    )
    if let title { writer.put("<title id=\"\(idPrefix)-t\">\(XML.escaped(title))</title>") }
    if let summary { writer.put("<desc id=\"\(idPrefix)-d\">\(XML.escaped(summary))</desc>") }
    if let background = scene.background {
      writer.write([.rectangle(scene.bounds, fill: .color(background))])
    }
    writer.write(scene.items)
    writer.put("</svg>")
    if let failure = writer.failure { throw failure }
    return writer.text
  }

  private var label: String {
    guard title != nil else { return "aria-hidden=\"true\"" }
    let description = summary == nil ? "" : " \(idPrefix)-d"
    return "role=\"img\" aria-labelledby=\"\(idPrefix)-t\(description)\""
  }
}
