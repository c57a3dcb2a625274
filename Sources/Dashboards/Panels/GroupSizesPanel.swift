import Plots
import Segments

/// How large the groups of each method are, as strips.
struct GroupSizesPanel: Panel {
  static let id = "group_sizes"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let candidates = self.candidates(reading)
    guard !candidates.isEmpty else { return .absent("") }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let count = Double(candidates.count)
    let tallest = 46 * count - 4
    let pitch = (subject.height(from: 34 * count - 4, to: tallest) + 4) / count
    var y = 8.0
    for candidate in candidates {
      let lettering: Lettering = candidate.chosen ? .data.bold : .data
      drawing.text(
        MethodTablePanel.name(of: candidate, reading),
        0,
        y,
        lettering.within(subject.width - 90)
      )
      if candidate.noise > 0 {
        drawing.text(
          reading.words("sizes.unassigned", ["n": reading.cell(candidate.noise)]),
          subject.width,
          y,
          .axis.end
        )
      }
      let rect = Rect(x: 0, y: y + 4, width: subject.width, height: pitch - 18)
      strip(candidate, rect, reading, &drawing)
      y += pitch
    }
    var picture = Picture(plot: drawing.scene(height: y - 12))
    picture.tallest = tallest
    picture.title = reading.words("sizes.title")
    picture.descriptor = reading.words("sizes.desc")
    picture.summary = picture.descriptor
    picture.table = Self.table(of: candidates, reading)
    return .picture(picture)
  }

  /// How large the groups of some candidates are.
  static func table(
    of candidates: [SegmentReport.CandidateFacts],
    _ reading: Reading
  ) -> DataTable {
    DataTable(
      [reading.words("table.method"), reading.words("sizes.sizes"), reading.words("unassigned")],
      candidates.map { candidate in
        [
          MethodTablePanel.name(of: candidate, reading),
          candidate.sizes.map(reading.cell).joined(separator: ", "), reading.cell(candidate.noise),
        ]
      }
    )
  }

  /// The chosen clustering and the best of each other method.
  private func candidates(_ reading: Reading) -> [SegmentReport.CandidateFacts] {
    let all = reading.report.candidates
    let best = all.filter(\.chosen) + SegmentReport.rivals(among: all).map { all[$0] }
    return Array(best.filter { !$0.sizes.isEmpty }.prefix(6))
  }

  private func strip(
    _ candidate: SegmentReport.CandidateFacts,
    _ rect: Rect,
    _ reading: Reading,
    _ drawing: inout Drawing
  ) {
    let total = Double(max(1, candidate.sizes.reduce(candidate.noise, +)))
    var x = rect.minX
    let colors = drawing.theme.sequential
    let inks = drawing.theme.inks
    // Letters must be readable on the blue of other methods in any theme.
    let others = [colors[4], colors[5], colors[3]]
    let other = others.first { $0.bestInk(of: inks).contrast(to: $0) >= 4.5 } ?? colors[3]
    for (index, size) in candidate.sizes.enumerated() {
      let width = Double(size) / total * rect.width
      // Groups of other methods are not our segments: blues in order of size, no letters.
      let color = candidate.chosen ? colors[6] : other
      let box = Rect(x: x, y: rect.minY, width: max(0.2, width - 0.75), height: rect.height)
      drawing.slice(box, Double(size) / total, .plain(color), strip: "\(rect.minY)")
      let text = reading.cell(size)
      let lettering = Lettering.data.middle.color(color.bestInk(of: drawing.theme.inks))
      if drawing.style.width(text, lettering) < width - 5, index < 30 {
        drawing.text(text, box.midX, rect.midY + 2.7, lettering)
      }
      x += width
    }
    let rest = rect.maxX - x
    guard candidate.noise > 0, rest > 0.5 else { return }
    drawing.slice(
      Rect(x: x, y: rect.minY, width: rest, height: rect.height),
      Double(candidate.noise) / total,
      .full(drawing.theme.noise),
      strip: "\(rect.minY)"
    )
  }
}
