import Segments
import Storage

/// `history DATASET --from RUN --to RUN`: who moved where between any two kept runs, with their money.
package struct Flow: Encodable, Sendable {
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
  private let sides: (first: Side, last: Side)

  private enum CodingKeys: CodingKey {
    case dataset, from, to, moves
  }

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
      sides = (try Side(from, dataset, state), try Side(to, dataset, state))
      moves = Self.moves(from: sides.first, to: sides.last)
    } catch {
      throw Failure(error)
    }
  }

  /// Writes everybody whose segment is another one in the later run, as `movers.csv` does for the run before,
  /// and says how many there are.
  package func writeMovers(to output: String, _ settings: Settings) throws(Failure) -> Int {
    let movers = Self.steps(from: sides.first, to: sides.last).filter { $0.from != $0.to }
      .sorted { $0.customer < $1.customer }
    do {
      try House.opening("output file") {
        let shown = try ShownKeys(settings.report.privacy, existingIn: settings.state)
        let (folder, name) = try InputFile.place(output)
        let bytes = MoversTable.bytes(of: movers, sides.first.names, sides.last.names, shown)
        try folder.writeReplacing(bytes, to: name, mode: 0o664)
      }
      return movers.count
    } catch {
      throw Failure(error)
    }
  }

  package func json() -> [UInt8] { CanonicalJSON.bytes(of: self) }

  /// One of the two runs.
  private struct Side {
    let members: Membership
    let places: [Int: Place]

    var names: [Int: String] { places.mapValues(\.name) }

    init(_ run: String, _ dataset: String, _ state: KeptState) throws {
      guard let members = try state.members(of: run, dataset) else {
        throw DaemonError.retiredRun(run)
      }
      let segments = try LookBack.memory(of: run, dataset, in: state.store)?.segments ?? []
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
    for step in steps(from: first, to: last) {
      let path = Path(from: first.place(step.from), to: last.place(step.to))
      customers[path, default: 0] += 1
      if let value = step.value { values[path, default: []].append(value) }
    }
    return customers.map { path, count in
      let sum = values[path].map { ($0.reduce(0, +) * 100).rounded() / 100 }
      return Move(from: path.from, to: path.to, customers: count, value: sum)
    }.sorted { Self.rank($0) < Self.rank($1) }
  }

  /// Everybody who was there in one of the runs: those of the later one first, each in the order of their keys.
  private static func steps(from first: Side, to last: Side) -> [Mover] {
    let known = last.members.members.map { member in
      let before = first.members.member(member.key)
      let value = member.segment == nil ? before?.value : member.value
      return Mover(customer: member.key, from: before?.segment, to: member.segment, value: value)
    }
    let gone = first.members.members.filter { last.members.member($0.key) == nil }
      .map { Mover(customer: $0.key, from: $0.segment, to: nil, value: $0.value) }
    return (known + gone).filter { $0.from != nil || $0.to != nil }
  }

  /// By id, those who were not there last.
  private static func rank(_ move: Move) -> (Int, Int) {
    (move.from.id ?? .max, move.to.id ?? .max)
  }
}
