import Plots

/// Draws a title and paragraphs; the base of all panels that only speak.
enum ProsePanel {
  static func picture(
    _ title: String,
    _ paragraphs: [String],
    _ width: Double,
    _ reading: Reading
  )
    -> Picture
  {
    var drawing = Drawing(width: width, style: reading.style)
    var y = 9.0
    for paragraph in paragraphs {
      y = drawing.paragraph(paragraph, 0, y, .body.within(min(width, 400))) + 5
    }
    var picture = Picture(plot: drawing.scene(height: max(12, y - 13)))
    picture.title = title
    picture.onScreen = .prose(paragraphs)
    return picture
  }
}
