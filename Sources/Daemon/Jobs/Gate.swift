import Logging
import Segments
import Storage

/// A delivery that takes part in a run, with what the store knows about it.
struct AdmittedDelivery {
  var delivery: Delivery
  var record: DeliveryRecord
}

/// Decides which deliveries may take part in a run and answers the others: known already, refused,
/// finished before.
struct Gate {
  let porter: Porter
  private var house: House { porter.house }

  init(porter: Porter) {
    self.porter = porter
  }

  /// Lets in what is new and in order, and commits that an attempt with it begins.
  func admit(_ deliveries: [Delivery]) throws -> [AdmittedDelivery] {
    var seen: Set<String> = []
    var fresh: [Delivery] = []
    var suspects: [AdmittedDelivery] = []
    for delivery in deliveries {
      let record = try house.store.delivery(token: delivery.claim.token)
      if let record, try isAnswered(record, delivery) { continue }
      if let earlier = try earlier(delivery) {
        try repeats(delivery, earlier)
      } else if let reason = outOfOrder(delivery) {
        try refuse(delivery, reason)
      } else if let record, record.attempts >= Self.mostAttempts {
        suspects.append(AdmittedDelivery(delivery: delivery, record: record))
      } else if seen.insert(delivery.sha256).inserted {
        // A second file with the same bytes waits until the first has its answer.
        fresh.append(delivery)
      }
    }
    fresh += try acquitted(suspects)
    guard !fresh.isEmpty else { return [] }
    return try begin(fresh.sorted(by: Delivery.readsBefore))
  }

  private static let mostAttempts = 2

  private func begin(_ deliveries: [Delivery]) throws -> [AdmittedDelivery] {
    try house.state.wire.pass("store begin")
    let records = try house.store.begin(deliveries.map(\.record))
    return zip(deliveries, records).map { AdmittedDelivery(delivery: $0, record: $1) }
  }

  /// Lays a file aside and says why.
  func refuse(_ delivery: Delivery, _ reason: Reason) throws {
    try house.state.wire.pass("store refuse")
    let refusal = StoredRefusal(what: reason.what, place: reason.place, toDo: reason.toDo)
    try house.store.refuse(delivery.record, refusal, seconds: porter.surroundings.seconds())
    let name = try house.inbox.refuse(delivery.claim, reason)
    porter.log.warning(
      "a file is refused",
      metadata: [
        "dataset": "\(delivery.dataset)", "file": "\(delivery.name.shown)",
        "kept": ".failed/\(name.shown)", "why": "\(reason.what)",
      ]
    )
  }

  /// Finishes what was decided before the program was interrupted.
  private func isAnswered(_ record: DeliveryRecord, _ delivery: Delivery) throws -> Bool {
    switch record.state {
    case .claimed:
      return false
    case .accepted, .duplicate:
      try house.inbox.retire([delivery.claim])
    case .refused:
      let refusal = record.refusal
      try house.inbox.refuse(
        delivery.claim,
        Reason(
          what: refusal?.what ?? "The file was refused.",
          place: refusal?.place ?? delivery.name.shown,
          toDo: refusal?.toDo ?? "Drop the file in the inbox again."
        )
      )
    }
    return true
  }

  private func earlier(_ delivery: Delivery) throws -> DeliveryRecord? {
    let pinned = delivery.claim.note.isPinned ? delivery.dataset : nil
    return try house.store.accepted(sha256: delivery.sha256, pinnedTo: pinned)
  }

  private func repeats(_ delivery: Delivery, _ earlier: DeliveryRecord) throws {
    try house.state.wire.pass("store receipt")
    try house.store.receipt(
      delivery.record,
      repeats: earlier,
      seconds: porter.surroundings.seconds()
    )
    try house.inbox.retire([delivery.claim])
    porter.log.notice(
      "a file is known already",
      metadata: [
        "dataset": "\(earlier.dataset)", "file": "\(delivery.name.shown)",
        "run": "\(earlier.run ?? "")",
      ]
    )
  }

  /// What is wrong with a file before anybody reads it.
  private func outOfOrder(_ delivery: Delivery) -> Reason? {
    let place = delivery.name.shown
    let bytes = delivery.claim.facts.bytes
    switch FileEnding(of: delivery.name) {
    case .table, .compressedTable: break
    case .other:
      return Reason(
        what: "The file's name does not end like a table.",
        place: place,
        toDo:
          "Export as CSV and give the file the ending .csv, .tsv or .txt, also with .gz or .zst."
      )
    }
    if bytes == 0 {
      return Reason(
        what: "The file is empty: it has no bytes at all.",
        place: place,
        toDo: "Export it again; most often an upload or an export was cut short."
      )
    }
    return porter.settings.limits.refusal(ofBytes: bytes).map {
      Reason(what: $0.what, place: place, toDo: $0.toDo)
    }
  }

  /// Files with which the program ended twice without an answer: the one that was being read then
  /// is refused.
  ///
  /// When it is not known which one it was, all of them are.
  private func acquitted(_ suspects: [AdmittedDelivery]) throws -> [Delivery] {
    let guilty = suspects.filter(\.record.isBeingRead)
    for suspect in guilty.isEmpty ? suspects : guilty {
      try refuse(
        suspect.delivery,
        Reason(
          what: "The program ended twice while it worked on this file.",
          place: suspect.delivery.name.shown,
          toDo: "Look at the system's log for the cause (often memory), then drop the file again."
        )
      )
    }
    guard !guilty.isEmpty else { return [] }
    let innocent = suspects.filter { !$0.record.isBeingRead }.map(\.delivery)
    try house.store.acquit(tokens: innocent.map(\.claim.token))
    return innocent
  }
}

extension Delivery {
  /// What the store is told about it.
  var record: DeliveryRecord {
    DeliveryRecord(
      token: claim.token,
      dataset: dataset,
      name: claim.note.name,
      isPinned: claim.note.isPinned,
      sha256: sha256,
      bytes: claim.facts.bytes,
      receivedDay: claim.note.receivedDay,
    )
  }
}
