import Plots
import Segments

/// How many customers are new, came back, left or changed segment since the run before.
struct ArrivalsPanel: Panel {
  static let id = "came_and_left"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let migration = reading.report.migration else {
      return .absent(reading.words("absent.no-change"))
    }
    let words = reading.words
    let people = migration.people
    let both = migration.stayed + migration.moved
    let stayed = Double(migration.stayed) / Double(max(1, both))
    func tile(_ id: String, _ count: Int, _ note: String) -> Tile {
      Tile(label: words("arrivals." + id), value: reading.cell(count), note: note)
    }
    let lost = words(
      "arrivals.lost.note",
      [
        "lapsed": reading.cell(people.lapsed.customers),
        "gone": reading.cell(people.gone.customers),
      ]
    )
    let tiles = [
      tile("new", people.new.customers, words("arrivals.new.note")),
      tile("returned", people.returned.customers, words("arrivals.returned.note")),
      tile("lost", people.lost.customers, lost),
      tile(
        "stayed",
        migration.stayed,
        words("arrivals.stayed.note", ["share": reading.format.percent(stayed)])
      ),
      tile("moved", migration.moved, ChangeWords(reading: reading).before(migration)),
    ]
    var picture = Tile.picture(tiles, width: subject.width, reading)
    picture.notes = notes(migration, reading)
    return .picture(picture)
  }

  private func notes(_ migration: SegmentReport.Migration, _ reading: Reading) -> [String] {
    let people = migration.people
    var notes: [String] = []
    if let value = reading.value, let moved = migration.movedValue, let new = people.new.value,
      let returned = people.returned.value, let lost = people.lost.value
    {
      // What fewer than the smallest group have brought could be one person's purchase.
      func told(_ amount: Double, of customers: Int) -> String {
        customers > 0 && customers < reading.style.smallestCell
          ? NumberFormat.missing : value.total(amount)
      }
      let values = [
        "new": told(new, of: people.new.customers),
        "returned": told(returned, of: people.returned.customers),
        "lost": told(lost, of: people.lost.customers),
        "moved": told(moved, of: migration.moved),
      ]
      notes.append(reading.words("arrivals.money", values))
    }
    if people.lapsed.customers > 0 {
      let days = reading.format.integer(people.lapsedDays)
      notes.append(reading.words("arrivals.lapsed", ["n": days]))
    }
    return notes
  }
}
