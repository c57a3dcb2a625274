import FoundationEssentials
import Segments
import Storage

/// What a run of a dataset looks back on, from the store.
enum LookBack {
  /// The earlier runs of a dataset, and the customers of the last one.
  static func past(of dataset: String, in store: Store) throws -> PastRuns {
    let memories = try store.memories(of: dataset).map(memory)
    guard let last = memories.last else { return PastRuns() }
    let members = try store.part(.members, of: last.run, dataset: dataset)
    return PastRuns(
      memories: memories,
      members: try members.map(Membership.init(bytes:)),
      report: try report(of: last.run, dataset, in: store)
    )
  }

  /// What the report of a run said, where it is still kept.
  static func report(
    of run: String,
    _ dataset: String,
    in store: Store
  ) throws -> SegmentReport.Before? {
    guard let record = try store.run(named: run, of: dataset), record.isKept else { return nil }
    return try SegmentReport.Before(report: record.report)
  }

  /// What one run has left for later ones; nil where that is not kept.
  static func memory(of run: String, _ dataset: String, in store: Store) throws -> RunMemory? {
    try store.part(.memory, of: run, dataset: dataset).map(memory)
  }

  private static func memory(_ bytes: [UInt8]) throws -> RunMemory {
    guard let memory = try? JSONDecoder().decode(RunMemory.self, from: Data(bytes)) else {
      throw SegmentError.unreadableReport("the memory of a run is not one this version knows")
    }
    return memory
  }

  static func bytes(of memory: RunMemory) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try Array(encoder.encode(memory))
  }
}
