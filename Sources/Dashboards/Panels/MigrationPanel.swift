import Plots
import Segments

/// Streams of customers from the segments before to the segments now.
struct MigrationPanel: Panel {
  static let id = "migration"
  /// With more segments streams become a tangle; the matrix shows them.
  static let mostSegments = 12
  /// With fewer customers in both runs a stream is a handful of people.
  static let fewestCustomers = 50

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let migration = reading.report.migration else {
      return .absent("")
    }
    guard let table = MoveTable(migration), !table.isStill else {
      return .absent(reading.words("absent.no-moves"))
    }
    guard migration.stayed + migration.moved >= Self.fewestCustomers,
      max(table.from.count, table.to.count) <= Self.mostSegments + 2
    else { return .absent("") }
    let names = ChangeWords(reading: reading)
    func nodes(_ places: [SegmentReport.Place], _ sums: [Int]) -> [FlowMark.Node] {
      zip(places, sums).map { place, sum in
        let size = " " + reading.cell(sum)
        let style = reading.style.text(.data)
        let room = subject.width * 0.3 - reading.style.width(size, .data)
        let name = reading.style.measure.ellipsized(
          names.name(of: place),
          width: room,
          style: style
        )
        return .init(name + size, paint: names.paint(of: place))
      }
    }
    let leaving = table.counts.map { $0.reduce(0, +) }
    let arriving = table.to.indices.map { column in table.counts.reduce(0) { $0 + $1[column] } }
    let mark = FlowMark(
      left: nodes(table.from, leaving),
      right: nodes(table.to, arriving),
      flows: table.counts.map { $0.map(Double.init) }
    )
    let plot = Plot(x: .hidden(domain: 0...1), y: .hidden(domain: 0...1), marks: [mark])
    let rows = Double(max(table.from.count, table.to.count))
    let (least, tallest) = (min(250, 80 + 14 * rows), 330.0)
    let size = Size(subject.width, subject.height(from: least, to: tallest))
    var picture = Picture(plot: plot.scene(size: size, style: reading.style.plot))
    picture.tallest = tallest
    picture.title = reading.words("flow.title")
    picture.descriptor = reading.words(
      "flow.desc",
      ["before": names.before(migration), "now": names.now]
    )
    picture.summary = names.movement
    picture.table = TransitionPanel.counts(table, reading)
    return .picture(picture)
  }
}
