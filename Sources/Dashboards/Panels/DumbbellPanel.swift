import Plots
import Segments

/// Two segments side by side over many measures, as percentiles of all customers.
struct DumbbellPanel: Panel {
  static let id = "dumbbell"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let pairing = Pairing(reading: reading) else {
      return .absent(reading.words("absent.no-pair"))
    }
    let gaps = pairing.gaps(within: subject.limit)
    guard !gaps.isEmpty else { return .absent(reading.words("absent.no-measure")) }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let top = drawing.legend([pairing.left, pairing.right], 0, 0) + 4
    let rows = gaps.enumerated().map { band, gap in
      DumbbellMark.Row(band: band, left: gap.leftRank * 100, right: gap.rightRank * 100)
    }
    let plot = Plot(
      x: .linear(
        reading.words("dumbbell.axis"),
        domain: 0...100,
        marking: .at([0, 25, 50, 75, 100])
      ),
      y: .band(gaps.map { BandLabel($0.measure.label) }),
      marks: [DumbbellMark(rows: rows, left: pairing.left.paint, right: pairing.right.paint)]
    )
    let around = top + 25
    let (least, tallest) = (around + 19 * Double(gaps.count), around + 30 * Double(gaps.count))
    let height = subject.height(from: least, to: tallest)
    let size = Size(subject.width, height - top)
    drawing.place(plot.scene(size: size, style: reading.style.plot), 0, top)
    var picture = Picture(plot: drawing.scene(height: height))
    picture.tallest = tallest
    picture.title = Self.sentence(pairing, reading)
    picture.descriptor = reading.words("dumbbell.desc")
    picture.summary = picture.title
    picture.table = PairTablePanel.table(pairing, reading)
    return .picture(picture)
  }

  /// What tells the two apart most, as a sentence.
  static func sentence(_ pairing: Pairing, _ reading: Reading) -> String {
    guard let gap = pairing.gaps.first, gap.size > 0.05 else {
      return reading.words(
        "dumbbell.alike",
        ["left": pairing.left.name, "right": pairing.right.name]
      )
    }
    return reading.words(
      "dumbbell.title",
      [
        "left": pairing.left.name, "right": pairing.right.name,
        "measure": gap.measure.inner,
        "here": gap.measure.text(gap.left.median), "there": gap.measure.text(gap.right.median),
      ]
    )
  }
}
