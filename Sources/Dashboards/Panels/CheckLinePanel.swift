import Plots
import Segments

/// One line that says whether anything needs attention.
struct CheckLinePanel: Panel {
  static let id = "check_line"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let verdict = Verdict(reading: reading)
    var drawing = Drawing(width: subject.width, style: reading.style)
    let text = verdict.text
    let style = reading.style
    let word = reading.words("status." + verdict.status)
    let left = 24 + style.width(word, .data.bold.size(8)) + 14
    let lettering = Lettering(.desc).color(drawing.theme.ink).within(subject.width - left - 10)
    let lines = style.measure.wrap(
      text,
      width: subject.width - left - 10,
      style: style.text(lettering),
      maxLines: 3
    )
    let height = 13 + Double(max(1, lines.count)) * 11
    let color = verdict.color(drawing.theme)
    drawing.fill(
      Rect(x: 0, y: 0, width: subject.width, height: height),
      Color(color.opacity(0.09).over(drawing.theme.page).rgb, name: "panel")
    )
    drawing.fill(Rect(x: 0, y: 0, width: 2, height: height), color)
    drawing.add(verdict.sign(at: Point(13.5, 12.2), drawing.theme))
    drawing.text(word, 20, 15, .data.bold.size(8).color(color))
    var y = 15.0
    for line in lines {
      drawing.text(line, left, y, lettering)
      y += 11
    }
    var picture = Picture(plot: drawing.scene(height: height))
    picture.summary = word + ": " + text
    picture.onScreen = .prose([word + ": " + text])
    return .picture(picture)
  }
}
