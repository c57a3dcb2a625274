extension PlotLayout {
  /// Draws the names of rows on the left and their values on the right.
  func drawRows(_ labels: [BandLabel], on scene: inout Scene) {
    let style = frame.style
    let side = Axis.badgeSide(style)
    for (index, label) in labels.enumerated() {
      let middle = frame.y.position(Double(index))
      let look = label.paint?.look(in: style.theme)
      var left = 0.0
      if let look, label.paint?.hasLetter == true {
        scene.badge(
          look,
          in: Rect(x: 0, y: middle - side / 2, width: side, height: side),
          style: style
        )
        left = side + 5
      }
      let font = Axis.nameFont(label, style)
      let note = style.type[.note]
      let room = max(0, bandLabelWidth - left - 6)
      let hasNote = label.note != nil && frame.y.bandWidth >= font.leading + note.leading
      let y = hasNote ? middle - note.leading / 2 : middle
      if room > 0, !label.text.isEmpty {
        scene.text(
          label.text,
          at: Point(left, PlotFrame.baseline(centeredOn: y, font)),
          style: font,
          color: look?.text ?? style.theme.ink,
          maxWidth: room,
          ellipsis: ellipsis(labels)
        )
      }
      if hasNote, let text = label.note {
        scene.text(
          text,
          at: Point(left, PlotFrame.baseline(centeredOn: y + font.leading, note)),
          style: note,
          color: style.theme.secondary,
          maxWidth: room
        )
      }
      if let trailing = label.trailing {
        let values = style.type[.data]
        scene.text(
          trailing,
          at: Point(frame.size.width, PlotFrame.baseline(centeredOn: middle, values)),
          style: values,
          color: look?.text ?? style.theme.ink,
          anchor: .end
        )
      }
    }
  }

  /// Draws the names of columns below them.
  func drawColumns(_ labels: [BandLabel], on scene: inout Scene) {
    let style = frame.style
    let side = Axis.badgeSide(style)
    let hasLetters = labels.contains { $0.paint?.hasLetter == true }
    for (index, label) in labels.enumerated() {
      let x = frame.x.position(Double(index))
      let look = label.paint?.look(in: style.theme)
      var y = frame.area.maxY + 4
      if let look, label.paint?.hasLetter == true {
        scene.badge(look, in: Rect(x: x - side / 2, y: y, width: side, height: side), style: style)
      }
      if hasLetters { y += side + 2 }
      let font = Axis.nameFont(label, style)
      let room = max(0, frame.x.bandWidth - 4)
      let isWide = style.measure.width(label.text, style: font) <= room || !hasLetters
      if isWide, !label.text.isEmpty {
        scene.text(
          label.text,
          at: Point(x, y + font.size),
          style: font,
          color: look?.text ?? style.theme.ink,
          anchor: .middle,
          maxWidth: room,
          ellipsis: ellipsis(labels)
        )
      }
      if let note = label.note {
        scene.text(
          note,
          at: Point(x, y + font.size + font.leading),
          style: style.type[.note],
          color: style.theme.secondary,
          anchor: .middle,
          maxWidth: room
        )
      }
    }
  }

  /// In the middle when names begin alike, so that what tells them apart stays.
  private func ellipsis(_ labels: [BandLabel]) -> TextRun.Ellipsis {
    let names = labels.map(\.text)
    guard let first = names.first, names.count > 1 else { return .end }
    let shared = names.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    return shared.count >= 8 ? .middle : .end
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
