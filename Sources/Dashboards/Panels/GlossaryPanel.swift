import Plots

/// What the words on the pages mean.
struct GlossaryPanel: Panel {
  static let id = "glossary"
  /// The words explained, in order.
  static let entries = [
    "median", "quartiles", "deviation", "separation", "silhouette", "davies-bouldin",
    "calinski-harabasz", "correlation", "component", "unassigned",
  ]

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let words = reading.words
    var drawing = Drawing(width: subject.width, style: reading.style)
    var y = 8.0
    for entry in Self.entries {
      drawing.text(words("glossary." + entry), 0, y, .data.bold.within(subject.width))
      y =
        drawing.paragraph(
          words("glossary.\(entry).text"),
          0,
          y + 10,
          .axis.within(subject.width)
        ) + 5
    }
    var picture = Picture(plot: drawing.scene(height: y - 10))
    picture.title = words("glossary.title")
    picture.onScreen = .prose(
      Self.entries.map { words("glossary." + $0) + ": " + words("glossary.\($0).text") }
    )
    return .picture(picture)
  }
}
