/// Counts who moved where between two runs.
struct Movement {
  let comparison: Comparison
  /// Segments of now with their ids and names.
  let segments: [SegmentReport.Segment]

  private var previous: RunMemory? { comparison.past.previous }

  /// The migration matrix, or `nil` on a first run.
  func migration() -> SegmentReport.Migration? {
    guard let previous, comparison.past.members != nil else { return nil }
    let (from, to) = (rows(previous), columns())
    let rowOf = Self.places(of: from)
    let columnOf = Self.places(of: to)
    var counts = from.map { _ in to.map { _ in 0 } }
    var money = from.map { _ in to.map { _ in 0.0 } }
    var (stayed, moved, movedValue) = (0, 0, 0.0)
    let ids = comparison.ids
    let values = comparison.values
    for row in ids.indices {
      let before = comparison.known[row]?.segment
      guard let i = before.map({ rowOf.segment[$0] ?? rowOf.unassigned }) ?? rowOf.other,
        let j = columnOf.segment[ids[row]] ?? columnOf.unassigned
      else { continue }
      let value = (values?[row]).flatMap(\.self) ?? 0
      counts[i][j] += 1
      money[i][j] += value
      guard let before else { continue }
      if before == ids[row] {
        stayed += 1
      } else {
        (moved, movedValue) = (moved + 1, movedValue + value)
      }
    }
    for member in comparison.gone {
      guard let before = member.segment, let i = rowOf.segment[before] ?? rowOf.unassigned,
        let j = columnOf.other
      else { continue }
      counts[i][j] += 1
      money[i][j] += member.value ?? 0
    }
    return SegmentReport.Migration(
      previousRun: previous.run,
      previousAsOf: previous.asOf,
      from: from,
      to: to,
      counts: counts,
      value: values == nil ? nil : money.map { $0.map(Self.cents) },
      stayed: stayed,
      moved: moved,
      movedValue: values == nil ? nil : Self.cents(movedValue),
      people: people(),
    )
  }

  /// Everybody whose segment is another one than in the run before, the newcomers and the gone included.
  func movers() -> [Mover] {
    guard previous != nil, comparison.past.members != nil else { return [] }
    let ids = comparison.ids
    let values = comparison.values
    var movers = ids.indices.compactMap { row -> Mover? in
      let before = comparison.known[row]?.segment
      guard before != ids[row] else { return nil }
      return Mover(
        customer: comparison.table.customers[row],
        from: before,
        to: ids[row],
        value: (values?[row]).flatMap(\.self),
      )
    }
    movers += comparison.gone.filter { $0.segment != nil }.map {
      Mover(customer: $0.key, from: $0.segment, to: nil, value: $0.value)
    }
    return movers.sorted { $0.customer < $1.customer }
  }

  private func rows(_ previous: RunMemory) -> [SegmentReport.Place] {
    previous.segments.sorted { $0.id < $1.id }.map {
      Self.segment($0.id, $0.letter, $0.name, $0.size)
    } + [
      Self.rest("unassigned", "Unassigned", previous.unassigned),
      Self.rest("new", "New", comparison.known.count { $0?.segment == nil }),
    ]
  }

  private func columns() -> [SegmentReport.Place] {
    segments.sorted { $0.id < $1.id }.map {
      Self.segment($0.id, $0.letter, $0.name, $0.size)
    } + [
      Self.rest("unassigned", "Unassigned", comparison.groups.members.first?.count ?? 0),
      Self.rest("gone", "Gone", comparison.gone.count { $0.segment != nil }),
    ]
  }

  private static func segment(
    _ id: Int,
    _ letter: String,
    _ name: String,
    _ size: Int
  ) -> SegmentReport.Place {
    SegmentReport.Place(kind: "segment", id: id, letter: letter, name: name, size: size)
  }

  /// Where customers are who are in no segment.
  private static func rest(_ kind: String, _ name: String, _ size: Int) -> SegmentReport.Place {
    SegmentReport.Place(kind: kind, id: 0, letter: "", name: name, size: size)
  }

  private static func places(
    of places: [SegmentReport.Place]
  ) -> (segment: [Int: Int], unassigned: Int?, other: Int?) {
    var segment: [Int: Int] = [:]
    for (place, entry) in places.enumerated() where entry.kind == "segment" {
      segment[entry.id] = place
    }
    return (
      segment, places.firstIndex { $0.kind == "unassigned" },
      places.firstIndex { $0.kind == "new" || $0.kind == "gone" }
    )
  }

  /// Sums of money in the order of the customers' keys, to the hundredth.
  private static func cents(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

// MARK: - People

extension Movement {
  private func people() -> SegmentReport.People {
    let values = comparison.values
    func count(_ rows: [Int]) -> SegmentReport.People.Count {
      SegmentReport.People.Count(
        customers: rows.count,
        value: values.map { values in Self.cents(rows.reduce(0) { $0 + (values[$1] ?? 0) }) },
      )
    }
    let rows = Array(comparison.known.indices)
    let gone = comparison.gone.filter { $0.segment != nil }
    let goneCount = SegmentReport.People.Count(
      customers: gone.count,
      value: values == nil ? nil : Self.cents(gone.reduce(0) { $0 + ($1.value ?? 0) }),
    )
    let lapsed = count(rows.filter { !hadLapsed($0) && hasLapsed($0) })
    return SegmentReport.People(
      new: count(rows.filter { comparison.known[$0] == nil }),
      returned: count(rows.filter(hasReturned)),
      lost: SegmentReport.People.Count(
        customers: lapsed.customers + goneCount.customers,
        value: lapsed.value.map { Self.cents($0 + (goneCount.value ?? 0)) },
      ),
      lapsed: lapsed,
      gone: goneCount,
      lapsedDays: comparison.choice.lapsedDays,
    )
  }

  private func hasReturned(_ row: Int) -> Bool {
    guard let known = comparison.known[row] else { return false }
    if known.segment == nil { return true }
    guard hadLapsed(row), let before = known.lastDay, let now = comparison.lastDay(of: row) else {
      return false
    }
    return now > before
  }

  /// The customer had not ordered for long when the run before was made.
  private func hadLapsed(_ row: Int) -> Bool {
    guard let last = comparison.known[row]?.lastDay, let asOf = previousDay else { return false }
    return Int(asOf) - Int(last) >= comparison.choice.lapsedDays
  }

  private func hasLapsed(_ row: Int) -> Bool {
    guard comparison.known[row]?.segment != nil, let asOf = comparison.asOf,
      let last = comparison.lastDay(of: row)
    else { return false }
    return Int(asOf) - Int(last) >= comparison.choice.lapsedDays
  }

  private var previousDay: Int32? { previous?.asOf.flatMap(StudyBuilder.day(ofText:)) }
}

/// One customer whose segment is another one than in the run before.
package struct Mover: Sendable, Equatable {
  package var customer: Key
  /// Segment ids; 0 is nobody's segment, `nil` not in the data.
  package var from: Int?
  package var to: Int?
  package var value: Double?

  package init(customer: Key, from: Int?, to: Int?, value: Double?) {
    (self.customer, self.from, self.to, self.value) = (customer, from, to, value)
  }
}
