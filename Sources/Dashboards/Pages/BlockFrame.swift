import Plots

/// Sets title and description above a picture and notes below it.
struct BlockFrame {
  let style: Style

  /// The whole block as a scene as wide as its plot.
  func scene(of picture: Picture) -> Scene {
    let width = picture.plot.size.width
    var drawing = Drawing(width: width, style: style)
    let top = heading(of: picture, in: &drawing)
    let y = top + picture.plot.size.height
    let figure = SceneGroup(
      picture.plot.items,
      offset: Point(0, top),
      role: .figure,
      title: picture.title.isEmpty ? nil : picture.title,
      summary: picture.summary.isEmpty ? nil : picture.summary
    )
    drawing.add(.group(figure))
    let foot = notes(of: picture, from: y, in: &drawing)
    return drawing.scene(height: y + foot)
  }

  /// How much the notes take below the plot.
  func foot(of picture: Picture) -> Double {
    var drawing = Drawing(width: picture.plot.size.width, style: style)
    return notes(of: picture, from: 0, in: &drawing)
  }

  /// Draws the notes; returns how high they are.
  @discardableResult
  private func notes(of picture: Picture, from y: Double, in drawing: inout Drawing) -> Double {
    guard !picture.notes.isEmpty else { return 0 }
    var end = y + 12
    for note in picture.notes {
      end = drawing.paragraph(note, 0, end, .note.within(drawing.width))
    }
    return end - 6 - y
  }

  /// Draws title and description; returns where the plot begins.
  private func heading(of picture: Picture, in drawing: inout Drawing) -> Double {
    var y = 0.0
    if !picture.title.isEmpty {
      let after = drawing.heading(picture.title, 0, 10, .h2.within(drawing.width))
      y = after - 4
    }
    if !picture.descriptor.isEmpty {
      let after = drawing.heading(
        picture.descriptor,
        0,
        y + 2.5 + (y > 0 ? 0 : 6),
        .desc.within(drawing.width),
        lines: 3
      )
      y = after - 8
    }
    guard y > 0 else { return 0 }
    return picture.descriptor.isEmpty ? y + 1 : y + 9
  }
}
