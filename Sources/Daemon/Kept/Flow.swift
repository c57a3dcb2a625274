import Segments
import Storage

/// `history DATASET --from RUN --to RUN`: who moved where between any two kept runs, with their money.
package struct Flow: Codable, Sendable {
  /// Where customers were in one of the runs, or that they were not there.
  package struct Place: Codable, Sendable, Hashable {
    /// The segment's id; 0 for unassigned customers, `nil` for those who were not in the data.
    package var id: Int?
    package var letter: String
    package var name: String
  }

  /// Customers who were in one place and are in another, or still in the same.
  package struct Move: Codable, Sendable {
    package var from: Place
    package var to: Place
    package var customers: Int
    /// What they had brought by the later run; by the earlier one where they are gone.
    package var value: Double?
  }

  package var dataset: String
  package var from: String
  package var to: String
  /// All moves with anybody in them, by the places they begin and end at.
  package var moves: [Move]

  /// Looks at the store and changes nothing.
  package init(
    _ settings: Settings,
    dataset: String,
    from first: String,
    to last: String,
  ) throws(Failure) {
    do {
      let state = try KeptState(settings)
      let dataset = try state.datasets(dataset)[0]
      let runs = try [first, last].map { name in
        try state.run(name.contains("/") ? name : "\(dataset)/\(name)")
      }
      (self.dataset, from, to) = (dataset, runs[0].name, runs[1].name)
      let sides = try runs.map { try Side($0.name, dataset, state) }
      moves = Self.moves(from: sides[0], to: sides[1])
    } catch {
      throw Failure(error)
    }
  }

  package func json() -> [UInt8] { CanonicalJSON.bytes(of: self) }

  /// One of the two runs.
  private struct Side {
    let members: Membership
    let places: [Int: Place]

    init(_ run: String, _ dataset: String, _ state: KeptState) throws {
      guard let members = try state.members(of: run, dataset) else {
        throw DaemonError.retiredRun(run)
      }
      let memories = try LookBack.past(of: dataset, in: state.store).memories
      let segments = memories.first { $0.run == run }?.segments ?? []
      self.members = members
      places = Dictionary(
        segments.map { ($0.id, Place(id: $0.id, letter: $0.letter, name: $0.name)) },
        uniquingKeysWith: { first, _ in first },
      )
    }

    /// Where a member is; absent ones and strangers are nowhere.
    func place(_ segment: Int?) -> Place {
      guard let segment else { return Place(id: nil, letter: "", name: "Not there") }
      return places[segment] ?? Place(id: segment, letter: "", name: "Unassigned")
    }
  }

  private struct Path: Hashable {
    var from: Place
    var to: Place
  }

  private static func moves(from first: Side, to last: Side) -> [Move] {
    var customers: [Path: Int] = [:]
    // In the order of the keys, so that sums come to the same last digit.
    var values: [Path: [Double]] = [:]
    func note(_ from: Place, _ to: Place, _ value: Double?) {
      guard from.id != nil || to.id != nil else { return }
      let path = Path(from: from, to: to)
      customers[path, default: 0] += 1
      if let value { values[path, default: []].append(value) }
    }
    for member in last.members.members {
      let before = first.place(first.members.member(member.key)?.segment)
      let known = member.segment == nil ? first.members.member(member.key)?.value : member.value
      note(before, last.place(member.segment), known)
    }
    for member in first.members.members where last.members.member(member.key) == nil {
      note(first.place(member.segment), last.place(nil), member.value)
    }
    return customers.map { path, count in
      let sum = values[path].map { ($0.reduce(0, +) * 100).rounded() / 100 }
      return Move(from: path.from, to: path.to, customers: count, value: sum)
    }.sorted { Self.rank($0) < Self.rank($1) }
  }

  /// By id, those who were not there last.
  private static func rank(_ move: Move) -> (Int, Int) {
    (move.from.id ?? .max, move.to.id ?? .max)
  }
}
