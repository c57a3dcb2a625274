import Plots
import Segments

/// The medians of two segments beside those of all customers.
struct PairTablePanel: Panel {
  static let id = "pair_table"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let pairing = Pairing(reading: reading) else {
      return .absent(reading.words("absent.no-pair"))
    }
    let number = min(56, subject.width * 0.19)
    let widths = [subject.width - 3 * number, number, number, number]
    let titles = [
      reading.words("table.measure"), pairing.left.letter, pairing.right.letter,
      reading.words("table.all"),
    ]
    let columns = zip(titles, widths).enumerated().map { index, column in
      TableDrawing.Column(title: column.0, width: column.1, isText: index == 0)
    }
    let rows = pairing.gaps(within: subject.limit).map { gap -> [TableDrawing.Cell] in
      [
        .init(gap.measure.label), .init(gap.measure.text(gap.left.median), .data),
        .init(gap.measure.text(gap.right.median), .data),
        .init(gap.measure.text(gap.measure.facts.median)),
      ]
    }
    let sheet = TableDrawing(columns: columns, pitch: 19)
    var picture = sheet.picture(rows, at: 6, for: subject, reading.style)
    picture.title = reading.words("pair.title")
    picture.descriptor = reading.words(
      "pair.desc",
      [
        "left": pairing.left.letter, "right": pairing.right.letter,
        "m": reading.cell(pairing.left.size), "n": reading.cell(pairing.right.size),
      ]
    )
    picture.table = Self.table(pairing, reading)
    picture.onScreen = .table
    return .picture(picture)
  }

  static func table(_ pairing: Pairing, _ reading: Reading) -> DataTable {
    DataTable(
      [
        reading.words("table.measure"), pairing.left.letter + " " + pairing.left.name,
        pairing.right.letter + " " + pairing.right.name, reading.words("table.all"),
      ],
      pairing.gaps.map { gap in
        [
          gap.measure.label, gap.measure.text(gap.left.median),
          gap.measure.text(gap.right.median), gap.measure.text(gap.measure.facts.median),
        ]
      }
    )
  }
}
