import Segments
import Storage

/// `verify`: looks at every hash of the state and of the publications.
package struct Verification: Sendable {
  /// What was looked at, and how much of it.
  package var looked: [String: Int] = [:]
  /// What is not as it was written.
  package var faults: [String] = []

  /// Reads everything and changes nothing.
  package init(_ settings: Settings) throws(Failure) {
    do {
      let state = try KeptState(settings)
      let health = try state.store.health()
      looked["ledger parts"] = health.ledgerChunks
      looked["runs"] = health.runs
      faults += try state.store.faults()
      try lookAtDeliveries(state)
      try lookAtPublications(state)
    } catch {
      throw Failure(error)
    }
  }

  private mutating func lookAtDeliveries(_ state: KeptState) throws {
    let folder = try House.opening("state folder") { try Folder(at: state.settings.state) }
    let kept = try KeptDeliveries(state: folder)
    let hashes = Set(try kept.hashes())
    for dataset in try state.store.datasets() {
      for delivery in try state.store.accepted(of: dataset) {
        guard hashes.contains(delivery.sha256) else {
          // Files that were kept long enough are gone on purpose.
          if state.settings.keep.files == nil { note(delivery, "is missing") }
          continue
        }
        looked["kept files", default: 0] += 1
        switch try kept.check(delivery.sha256, expecting: delivery.keptSha256) {
        case .whole: break
        case .damaged(let words): note(delivery, words)
        case .missing: note(delivery, "is missing")
        }
      }
    }
  }

  private mutating func note(_ delivery: DeliveryRecord, _ words: String) {
    let name = FileName(bytes: delivery.name).shown
    faults.append("kept file \(delivery.sha256.prefix(12)) (\(name)): \(words)")
  }

  private mutating func lookAtPublications(_ state: KeptState) throws {
    guard let root = try? Folder(at: state.settings.outbox) else { return }
    for dataset in try state.store.datasets() {
      let there = try root.facts(of: FileName(dataset)) != nil
      for run in try state.store.keptRuns(of: dataset) {
        guard there, try root.folder(FileName(dataset)).facts(of: FileName(run)) != nil else {
          faults.append("publication \(dataset)/\(run) is missing")
          continue
        }
        looked["publications", default: 0] += 1
        let folder = try root.folder(FileName(dataset)).folder(FileName(run))
        guard let manifest = try Outbox.manifest(in: folder) else {
          faults.append("publication \(dataset)/\(run) has no manifest")
          continue
        }
        for output in manifest.outputs {
          guard try PublicationWriter.digest(of: output.path, in: folder) != output.sha256 else {
            continue
          }
          faults.append("publication \(dataset)/\(run), \(output.path)")
        }
      }
    }
  }
}
