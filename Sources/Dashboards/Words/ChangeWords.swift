import Plots
import Segments

/// Speaks of earlier runs: when they were, what segments were called then, how many moved.
struct ChangeWords {
  let reading: Reading

  private var words: Words { reading.words }

  /// "data to 9 Dec 2011", or "run before" for undated data.
  func before(_ migration: SegmentReport.Migration) -> String {
    guard let day = migration.previousAsOf.flatMap(Day.init(iso:)) else {
      return words("change.before")
    }
    return words("change.before.dated", ["date": reading.format.date(day)])
  }

  /// "data to 9 Mar 2012", or "now" for undated data.
  var now: String {
    guard let day = reading.report.asOf.flatMap(Day.init(iso:)) else { return words("change.now") }
    return words("change.before.dated", ["date": reading.format.date(day)])
  }

  /// "A High spenders", "New or returned", "Unassigned", "Gone".
  func name(of place: SegmentReport.Place) -> String {
    switch place.kind {
    case "segment": place.letter + " " + reading.name(place.id, inReport: place.name)
    case "unassigned": words("unassigned")
    default: words.find("place." + place.kind) ?? SafeText.label(place.name)
    }
  }

  /// Whose color a row or column of the migration matrix has.
  func paint(of place: SegmentReport.Place) -> Paint {
    switch place.kind {
    case "segment": Portrait.paint(ofLetter: place.letter, id: place.id)
    case "unassigned": .noise
    default: .other
    }
  }

  /// The name a segment had in the run before.
  func formerName(of id: Int) -> String {
    let place = reading.report.migration?.from.first { $0.kind == "segment" && $0.id == id }
    let ending = reading.report.continuity?.gone.first { $0.id == id }
    if let place { return name(of: place) }
    if let ending { return ending.letter + " " + reading.name(id, inReport: ending.name) }
    return reading.segment(id).map { $0.letter + " " + $0.name } ?? reading.format.integer(id)
  }

  /// The message of the page on movement.
  var movement: String {
    guard let migration = reading.report.migration else { return words("page.movement") }
    let both = migration.stayed + migration.moved
    guard both > 0 else { return words("headline.movement.nobody") }
    guard migration.moved > 0 else { return words("headline.movement.none") }
    return words(
      "headline.movement",
      ["moved": reading.cell(migration.moved), "both": reading.format.integer(both)]
    )
  }

  /// The message of the page on development.
  var development: String {
    guard let runs = reading.report.trend?.runs, let first = runs.first, let last = runs.last,
      runs.count > 1
    else { return words("page.development") }
    let isSame = first.customers == last.customers
    return words(
      isSame ? "headline.development.same" : "headline.development",
      [
        "before": reading.customers(first.customers), "now": reading.customers(last.customers),
        "runs": words.small(runs.count, reading.format),
      ]
    ).capitalizedFirst
  }
}
