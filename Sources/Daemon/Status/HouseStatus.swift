import FoundationEssentials
import Storage

/// What `status` shows: what waits and why, what was published, what was refused.
package struct HouseStatus: Codable, Sendable {
  /// Something that lies in the inbox.
  package struct Waiting: Codable, Sendable {
    package var file: String
    package var dataset: String?
    package var bytes: Int
    /// `waiting`, `left-alone` or `claimed`.
    package var state: String
    package var why: String
  }

  /// One publication.
  package struct Run: Codable, Sendable {
    package var dataset: String
    package var run: String
    package var asOf: String?
    package var deliveries: Int
    package var engine: String
  }

  /// One file that was refused.
  package struct Refused: Codable, Sendable {
    package var file: String
    package var dataset: String
    package var what: String
    package var place: String
    package var toDo: String
  }

  /// One file whose bytes were known already.
  package struct Repeated: Codable, Sendable {
    package var file: String
    package var dataset: String
    package var run: String?
  }

  /// A file that was read and told nothing new.
  package struct Unchanged: Codable, Sendable {
    package var file: String
    package var dataset: String
  }

  /// How large the store is and whether it can be read.
  package struct StoreHealth: Codable, Sendable {
    package var bytes: Int
    package var freeBytes: Int
    package var ledgerBytes: Int
    package var runs: Int
    package var schema: String
  }

  package var version = Engine.version
  /// `null` where no service has been yet.
  package var store: StoreHealth?
  /// The process id of the service on this state, if one runs.
  package var service: Int?
  package var inbox: [Waiting] = []
  /// Names of files in `.failed`.
  package var failed: [String] = []
  package var runs: [Run] = []
  package var refusals: [Refused] = []
  package var duplicates: [Repeated] = []
  package var unchanged: [Unchanged] = []
  /// How many deliveries are `claimed`, `accepted`, `refused` and `duplicate`.
  package var deliveries: [String: Int] = [:]

  /// Looks at the folders and the store and changes nothing; the service may be running.
  package init(_ settings: Settings, atMost count: Int = 20) throws(Failure) {
    do {
      try lookAtInbox(settings)
      service = (try? Folder(at: settings.state)).flatMap(StateLock.owner)
      if let store = try House.reader(settings) {
        try lookAtStore(store, count)
      }
    } catch {
      throw Failure(error)
    }
  }

  /// Keys sorted, for scripts.
  package func json() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { Array($0) + [0x0A] } ?? []
  }

  private mutating func lookAtInbox(_ settings: Settings) throws {
    let root = try House.opening("inbox") { try Folder(at: settings.inbox) }
    for entry in try InboxListing(root: root, watch: settings.watch).entries() {
      let dataset = DatasetNaming.dataset(
        of: entry.name,
        folder: entry.folder,
        among: settings.datasets
      )
      let why = entry.skipped?.sentence ?? "It is taken when it has not changed for a while."
      inbox.append(
        Waiting(
          file: entry.place.shown,
          dataset: entry.skipped == nil ? dataset : nil,
          bytes: entry.facts.bytes,
          state: entry.skipped == nil ? "waiting" : "left-alone",
          why: why
        )
      )
    }
    if let work = try? root.folder(Inbox.workName) {
      for name in try work.names() where name.hasPrefix("n-") {
        guard let note = (try? work.contents(of: name, atMost: 65_536)).flatMap(ClaimNote.init)
        else { continue }
        inbox.append(
          Waiting(
            file: FileName(bytes: note.name).shown,
            dataset: note.dataset,
            bytes: 0,
            state: "claimed",
            why: "It is being worked on, or waits for the service."
          )
        )
      }
    }
    if let folder = try? root.folder(Inbox.failedName) {
      failed = try folder.names().filter { !$0.hasSuffix(".error.txt") && !$0.hasPrefix(".") }
        .map(\.shown)
    }
  }

  private mutating func lookAtStore(_ store: Store, _ count: Int) throws {
    deliveries = try store.counts()
    let health = try store.health()
    self.store = StoreHealth(
      bytes: health.bytes,
      freeBytes: health.freeBytes,
      ledgerBytes: health.ledgerBytes,
      runs: health.runs,
      schema: health.schema
    )
    unchanged = try store.answers(.accepted, atMost: count).filter { !$0.isNews }.map {
      Unchanged(file: FileName(bytes: $0.name).shown, dataset: $0.dataset)
    }
    runs = try store.runs(atMost: count).map {
      Run(
        dataset: $0.dataset,
        run: $0.name,
        asOf: $0.asOf,
        deliveries: $0.deliveries,
        engine: $0.engine
      )
    }
    refusals = try store.answers(.refused, atMost: count).map {
      Refused(
        file: FileName(bytes: $0.name).shown,
        dataset: $0.dataset,
        what: $0.refusal?.what ?? "",
        place: $0.refusal?.place ?? "",
        toDo: $0.refusal?.toDo ?? ""
      )
    }
    duplicates = try store.answers(.duplicate, atMost: count).map {
      Repeated(file: FileName(bytes: $0.name).shown, dataset: $0.dataset, run: $0.run)
    }
  }
}
