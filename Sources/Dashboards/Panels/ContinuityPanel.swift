import Plots
import Segments

/// Which segments go on from the run before, split, merged, are new or gone, in sentences.
struct ContinuityPanel: Panel {
  static let id = "continuity"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let continuity = reading.report.continuity, reading.report.migration != nil,
      !continuity.segments.isEmpty
    else { return .absent("") }
    let words = reading.words
    let name = min(190, subject.width * 0.38)
    let columns = [
      TableDrawing.Column(title: words("table.segment"), width: name, isText: true),
      .init(title: words("descent.column"), width: subject.width - name, isText: true),
    ]
    let rows =
      continuity.segments.compactMap { row(of: $0, reading) }
      + continuity.gone.map { row(of: $0, reading) }
    let sheet = TableDrawing(columns: columns)
    var picture = sheet.picture(rows, for: subject, reading.style)
    picture.header = sheet.headerHeight(reading.style)
    picture.title = words("descent.title")
    picture.descriptor = words(
      "descent.desc",
      ["least": reading.format.fixed(continuity.leastOverlap, decimals: 2)]
    )
    picture.table = DataTable(columns.map(\.title), rows.map { $0.map(\.text) })
    picture.onScreen = .table
    return .picture(picture)
  }

  private func row(
    of descent: SegmentReport.Descent,
    _ reading: Reading
  )
    -> [TableDrawing.Cell]?
  {
    guard let portrait = reading.segment(descent.id) else { return nil }
    let names = ChangeWords(reading: reading)
    let values = [
      "overlap": reading.format.fixed(descent.similarity, decimals: 2),
      "from": reading.words.list(descent.from.map(names.formerName(of:))),
    ]
    var sentence = reading.words("descent." + descent.relation.rawValue, values)
    if let former = descent.formerName {
      sentence +=
        " " + reading.words("descent.renamed", ["name": reading.name(descent.id, inReport: former)])
    }
    let text = portrait.letter + " " + portrait.name
    return [.init(text, .data, portrait: portrait), .init(sentence, .data)]
  }

  private func row(of ending: SegmentReport.Ending, _ reading: Reading) -> [TableDrawing.Cell] {
    let target = ending.into.flatMap(reading.segment)
    let values = [
      "customers": reading.customers(ending.size),
      "segment": target.map { $0.letter + " " + $0.name } ?? "",
    ]
    let sentence = reading.words(target == nil ? "descent.gone" : "descent.gone.into", values)
    let name = ending.letter + " " + reading.name(ending.id, inReport: ending.name)
    return [
      .init(name, Lettering.data.color(reading.style.theme.secondary)), .init(sentence, .data),
    ]
  }
}
