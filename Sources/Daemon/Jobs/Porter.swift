import Logging
import Segments
import Storage

/// Carries files from the inbox to their answer: published, known already, or refused.
///
/// What waits is what lies in the work folder, so starting after a crash and going on after a pause
/// are the same. A class, because it remembers what it could not yet write down.
final class Porter {
  let house: House
  let settings: Settings
  let surroundings: Surroundings
  let drawing: Drawing
  let log: Logger
  /// Attempts that ended in order while the store could not be written.
  private var unreleased: Set<String> = []

  init(
    house: House,
    settings: Settings,
    surroundings: Surroundings,
    drawing: Drawing,
    log: Logger,
  ) {
    self.house = house
    self.settings = settings
    self.surroundings = surroundings
    self.drawing = drawing
    self.log = log
  }

  /// Takes settled files out of the inbox and says how many.
  func claim(_ entries: [InboxEntry]) throws -> Int {
    let today = surroundings.today()
    let notes = entries.map { entry in
      ClaimNote(
        dataset: DatasetNaming.dataset(
          of: entry.name,
          folder: entry.folder,
          among: settings.datasets
        ),
        name: entry.name.bytes,
        isPinned: entry.folder != nil,
        receivedDay: today,
      )
    }
    let tokens = entries.map { _ in surroundings.token() }
    let count = try house.inbox.claim(entries, notes: notes, tokens: tokens)
    if let marker = settings.watch.doneMarker {
      try house.inbox.removeMarkers(marker, of: entries)
    }
    return count
  }

  /// Works until the work folder is empty or holds only what must wait.
  func carry() throws {
    try settleAttempts()
    try Restoration(porter: self).restoreIfLost()
    for receipt in try Erasure.fulfill(in: house, surroundings: surroundings) {
      log.notice("a person is erased", metadata: ["token": "\(receipt.token.prefix(12))"])
    }
    try expireKept()
    var left = Int.max
    while true {
      let deliveries = try hashed(house.inbox.claimed())
      guard !deliveries.isEmpty, deliveries.count < left else { return }
      left = deliveries.count
      let datasets = Dictionary(grouping: deliveries, by: \.dataset)
      for (dataset, files) in datasets.sorted(by: { $0.key < $1.key }) {
        try answer(files.sorted(by: Delivery.readsBefore), of: dataset)
      }
    }
  }

  /// Gives each of these files of one dataset its answer.
  private func answer(_ deliveries: [Delivery], of dataset: String) throws {
    let gate = Gate(porter: self)
    let batch = try gate.admit(deliveries)
    guard !batch.isEmpty else { return }
    do {
      try DatasetRun(porter: self, dataset: dataset).publish(batch)
    } catch {
      guard case .refuse(let reason) = Fate(of: error, file: shown(batch)) else {
        release(batch)
        throw error
      }
      if batch.count == 1 {
        try gate.refuse(batch[0].delivery, reason)
      } else {
        // Together they fail: each alone shows whose fault it is.
        release(batch)
        try settleAttempts()
        for admitted in batch {
          try answer([admitted.delivery], of: dataset)
        }
      }
    }
  }

  /// Removes accepted files that are older than they are to be kept.
  private func expireKept() throws {
    guard let age = settings.keep.files else { return }
    try Checkpoints(porter: self, age: age.components.seconds).keepUp()
    let expired = try house.kept.expire(
      keptBefore: surroundings.seconds() - age.components.seconds
    )
    guard !expired.isEmpty else { return }
    log.notice("kept files have expired", metadata: ["files": "\(expired.count)"])
  }

  private func shown(_ batch: [AdmittedDelivery]) -> String {
    batch.count == 1 ? batch[0].delivery.name.shown : "\(batch.count) files"
  }

  /// Takes the attempt back of files that are not to blame for the end of a run.
  func release(_ batch: [AdmittedDelivery]) {
    unreleased.formUnion(batch.map(\.delivery.claim.token))
    do {
      try settleAttempts()
    } catch {
      // The store cannot be written now; it is told before the next attempt.
      log.debug("an attempt is not yet taken back")
    }
  }

  private func settleAttempts() throws {
    guard !unreleased.isEmpty else { return }
    try house.state.wire.pass("store release")
    try house.store.release(tokens: unreleased.sorted())
    unreleased = []
  }

  /// The content of each file; one that is still changing goes back, one that cannot be read is
  /// refused.
  private func hashed(_ claims: [ClaimedFile]) throws -> [Delivery] {
    try claims.compactMap { claim in
      if surroundings.wantsStop() { throw DaemonError.stopped }
      do {
        guard let sha256 = try hash(claim) else {
          log.notice(
            "a file changed after it had settled",
            metadata: ["file": "\(claim.name.shown)"]
          )
          try house.inbox.putBack(claim)
          return nil
        }
        return Delivery(claim: claim, sha256: sha256)
      } catch let failure as FileFailure where failure.attempt == "read" {
        let fields = Reason(
          what: "The file cannot be read: \(failure.cause).",
          place: claim.name.shown,
          toDo: "Check the disk, then drop the file in the inbox again."
        )
        try Gate(porter: self).refuse(Delivery(claim: claim, sha256: ""), fields)
        return nil
      }
    }
  }

  /// Reads three times before a failing disk is believed.
  private func hash(_ claim: ClaimedFile) throws -> String? {
    var tries = 0
    while true {
      do {
        return try ContentReader.hash(house.inbox.work.open(claim.fileName))
      } catch let failure as FileFailure where failure.attempt == "read" && tries < 2 {
        tries += 1
      }
    }
  }
}
