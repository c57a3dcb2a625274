import FoundationEssentials
package import Segments
import Storage

/// `history`: the runs of each dataset with their segments, oldest first.
package struct History: Codable, Sendable {
  /// One run.
  package struct Line: Codable, Sendable {
    package var dataset: String
    package var run: String
    package var asOf: String?
    package var deliveries: Int
    package var customers: Int
    package var method: String
    package var unassigned: Int
    package var segments: [RunMemory.SegmentMemory]
    /// Its report, model and customers are there; `render` and `score` can use it.
    package var isKept: Bool
  }

  package var runs: [Line] = []

  /// Looks at the store and changes nothing.
  package init(_ settings: Settings, dataset: String?) throws(Failure) {
    do {
      let state = try KeptState(settings)
      for dataset in try state.datasets(dataset) {
        let records = try state.store.runs(of: dataset, atMost: 100_000)
        let memories = try LookBack.past(of: dataset, in: state.store).memories
        for record in records.reversed() {
          let memory = memories.first { $0.run == record.name }
          runs.append(
            Line(
              dataset: dataset,
              run: record.name,
              asOf: record.asOf,
              deliveries: record.deliveries,
              customers: memory?.customers ?? 0,
              method: memory?.method ?? "unknown",
              unassigned: memory?.unassigned ?? 0,
              segments: memory?.segments ?? [],
              isKept: record.isKept
            )
          )
        }
      }
    } catch {
      throw Failure(error)
    }
  }

  package func json() -> [UInt8] { CanonicalJSON.bytes(of: self) }
}

/// Values as JSON with sorted keys, for scripts.
enum CanonicalJSON {
  static func bytes(of value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { Array($0) + [0x0A] } ?? []
  }
}
