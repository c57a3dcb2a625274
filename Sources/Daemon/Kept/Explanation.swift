package import Segments
import Storage

/// `explain`: one customer's features, segment and moves, and which files said so.
package struct Explanation: Codable, Sendable {
  /// One feature of the customer beside that of all customers.
  package struct Feature: Codable, Sendable {
    package var name: String
    package var value: Double?
    /// The share of customers with a smaller value, those with an equal one half counted.
    package var rank: Double?
  }

  /// How far a segment's center is, in scaled values.
  package struct Distance: Codable, Sendable {
    package var segment: Int
    package var name: String
    package var distance: Double
  }

  /// Where the customer was in a run.
  package struct Stay: Codable, Sendable {
    package var run: String
    package var asOf: String?
    /// 0 is nobody's segment, `nil` not in the data.
    package var segment: Int?
    package var name: String
  }

  /// A file that told something about the customer that still counts.
  package struct Source: Codable, Sendable {
    package var file: String
    package var sha256: String
    package var receivedDay: Int32
    /// Orders, or rows of a customer table.
    package var rows: Int
  }

  package var dataset: String
  package var customer: String
  package var run: String
  package var segment: Int
  package var name: String
  package var confidence: Double
  package var features: [Feature]
  /// Scores of recency, frequency and spend among all customers; `nil` where not all have the three.
  package var scores: RFMStanding?
  /// To all segments, nearest first.
  package var distances: [Distance]
  /// One entry a kept run, oldest first.
  package var moves: [Stay]
  /// What the files tell of: orders, or rows of a customer table.
  package var grain: SegmentReport.Grain
  package var files: [Source]
  /// Lines without an order number, which are not traced to their files.
  package var untracedLines: Int

  package func json() -> [UInt8] { CanonicalJSON.bytes(of: self) }

  /// Explains a customer in every dataset that knows it, or in one; a token does for a key.
  package static func all(
    of customer: String,
    dataset: String?,
    _ settings: Settings,
  ) throws(Failure) -> [Explanation] {
    do {
      let state = try KeptState(settings)
      let key = Key.normalized(customer)
      let folder = try House.opening("state folder") { try Folder(at: settings.state) }
      let tokens = try ShownKeys(knownIn: folder)
      let found = try state.datasets(dataset).compactMap {
        try Explanation(of: key, $0, state, tokens)
      }
      guard !found.isEmpty else { throw DaemonError.unknownCustomer(customer) }
      return found
    } catch {
      throw Failure(error)
    }
  }

  /// Nothing where the dataset does not know the customer.
  private init?(
    of asked: Key,
    _ dataset: String,
    _ state: KeptState,
    _ tokens: ShownKeys,
  ) throws {
    let recipe = state.settings.dataset(dataset).recipe
    var ledger = try KeptLedger(of: dataset, in: state.store)
    let pipeline = Pipeline(dataset: dataset, recipe: recipe)
    let table = try pipeline.table(of: ledger.readyForStudy())
    let known = table.customers.firstIndex(of: asked)
    let named = known ?? table.customers.firstIndex { tokens($0.text) == asked.text }
    guard let row = named else { return nil }
    let key = table.customers[row]
    let run = try state.run("\(dataset)/latest")
    let model = try state.model(of: run)
    let score = try model.scores(of: table.row(row)).first
    self.dataset = dataset
    self.run = run.name
    customer = key.text
    segment = score?.segment ?? 0
    name = score?.name ?? "Unassigned"
    confidence = score?.confidence ?? 0
    features = table.features.map { feature in
      Feature(
        name: feature.name,
        value: feature.values[row],
        rank: feature.values[row].map { Self.rank(of: $0, in: feature.present) }
      )
    }
    scores = table.standing(of: row)
    grain = model.grain
    distances = try model.distances(of: table.row(row), at: 0).map {
      Distance(segment: $0.segment, name: $0.name, distance: $0.distance)
    }
    moves = try Self.moves(of: key, dataset, state)
    if let now = moves.last, now.run == run.name, let segment = now.segment {
      (self.segment, name) = (segment, now.name)
    }
    let deliveries = try state.store.accepted(of: dataset)
    let sources = try ledger.sources(of: key)
    files = sources.byDelivery.sorted { $0.key < $1.key }.compactMap { place, rows in
      guard deliveries.indices.contains(place) else { return nil }
      return Source(
        file: FileName(bytes: deliveries[place].name).shown,
        sha256: deliveries[place].sha256,
        receivedDay: deliveries[place].receivedDay,
        rows: rows
      )
    }
    untracedLines = sources.untraced
  }

  private static func rank(of value: Double, in all: [Double]) -> Double {
    let below = all.count { $0 < value }
    let equal = all.count { $0 == value }
    return (Double(below) + 0.5 * Double(equal)) / Double(max(1, all.count))
  }

  private static func moves(
    of key: Key,
    _ dataset: String,
    _ state: KeptState,
  ) throws -> [Stay] {
    let memories = try LookBack.past(of: dataset, in: state.store).memories
    let kept = Set(try state.store.keptRuns(of: dataset))
    return try memories.filter { kept.contains($0.run) }.map { memory in
      let segment = try state.members(of: memory.run, dataset)?.member(key)?.segment
      let names = memory.segments.first { $0.id == segment }?.name
      return Stay(
        run: memory.run,
        asOf: memory.asOf,
        segment: segment,
        name: names ?? (segment == nil ? "not in the data" : "Unassigned")
      )
    }
  }
}
