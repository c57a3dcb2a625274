import Plots
import Segments

/// The pairs of measures that move together most, with a word for how closely.
struct StrongestPairsPanel: Panel {
  static let id = "strongest_pairs"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let pairs = Array(reading.pairs.prefix(15))
    guard !pairs.isEmpty, reading.report.customers >= 5 else {
      return .absent(reading.words("absent.no-correlation"))
    }
    let words = reading.words
    let wide = subject.width > 400
    let number = 52.0
    let columns = [
      TableDrawing.Column(
        title: words("pairs.pair"),
        width: subject.width - (wide ? 200 : 110),
        isText: true
      ),
      .init(title: words("pairs.r"), width: number),
      .init(title: words("pairs.rho"), width: number + 6),
      .init(title: wide ? words("pairs.word") : "", width: wide ? 90 : 0),
    ]
    let rows = pairs.map { pair -> [TableDrawing.Cell] in
      let names = words("pairs.names", ["one": pair.one.label, "other": pair.other.label])
      let rho = Self.rho(pair, reading).map { CorrelationText.signed($0, reading) } ?? "–"
      return [
        .init(names, Lettering(.axis).color(reading.style.theme.ink)),
        .init(CorrelationText.signed(pair.r, reading), .data), .init(rho, .data.plain),
        .init(wide ? words("strength." + Self.word(for: pair.r)) : ""),
      ]
    }
    let shown = wide ? columns : Array(columns.prefix(3))
    let sheet = TableDrawing(columns: shown)
    let cells = rows.map { Array($0.prefix(shown.count)) }
    var picture = sheet.picture(cells, at: 4, for: subject, reading.style)
    picture.header = sheet.headerHeight(reading.style)
    picture.title = words("pairs.title")
    picture.descriptor = words("pairs.desc")
    picture.notes = [words("pairs.note")]
    picture.table = DataTable(columns.map(\.title), rows.map { $0.map(\.text) })
    picture.onScreen = .table
    return .picture(picture)
  }

  private static func rho(_ pair: MeasurePair, _ reading: Reading) -> Double? {
    let matrix = reading.report.correlations.spearman
    guard matrix.indices.contains(pair.other.place),
      matrix[pair.other.place].indices.contains(pair.one.place)
    else { return nil }
    return matrix[pair.other.place][pair.one.place]
  }

  static func word(for r: Double) -> String {
    // By what is printed: 0.70 is strong, also when it is 0.6996.
    switch (r.magnitude * 100).rounded() / 100 {
    case 0.7...: "strong"
    case 0.4..<0.7: "moderate"
    case 0.2..<0.4: "weak"
    default: "none"
    }
  }
}
