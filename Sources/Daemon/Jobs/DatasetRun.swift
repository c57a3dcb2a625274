import Logging
import Segments
import Storage

/// One run: the new files of one dataset become its next publication.
///
/// The order of the last steps is the promise of the house: keep the files, publish, commit, and
/// only then remove them from the work folder. Whatever is interrupted is simply done again and
/// comes to the same name.
struct DatasetRun {
  let porter: Porter
  let dataset: String
  let clock: StageClock

  init(porter: Porter, dataset: String) {
    self.porter = porter
    self.dataset = dataset
    clock = StageClock(porter.surroundings)
  }

  /// What reading the files has given.
  private struct Reading {
    var ledger: Ledger
    var rejected = RejectedTable()
    var accepted: [Delivery] = []
  }

  private var house: House { porter.house }
  private var settings: DatasetSettings { porter.settings.dataset(dataset) }

  /// Publishes what these deliveries bring; files that cannot be used are refused one by one.
  func publish(_ batch: [AdmittedDelivery]) throws {
    let reading = try read(batch)
    guard !reading.accepted.isEmpty else { return }
    try stopIfAsked()
    let study = try pipeline.study(reading.ledger)
    try stopIfAsked()
    let name = try runName(reading.accepted, asOf: study.report.asOf)
    let pages = try clock.time("draw") { try draw(study.report, name, reading.accepted) }
    try stopIfAsked()
    guard try keep(reading.accepted) else { return porter.release(batch) }
    let report = try study.report.json()
    let artifacts =
      pages + [
        SegmentsTable.artifact(of: study.assignments),
        reading.rejected.artifact,
        Artifact(path: "report.json", bytes: report),
      ]
    // What comes now does not depend on what is in the files: a death from here on is not their
    // fault.
    try house.store.release(tokens: reading.accepted.map(\.claim.token))
    try house.outbox.publish(artifacts, manifest(name, study.report, reading.accepted))
    try finish(name, study.report, report, reading)
    try house.inbox.retire(reading.accepted.map(\.claim))
    let seconds = clock.seconds.values.reduce(0, +)
    porter.log.notice(
      "a run is published",
      metadata: [
        "dataset": "\(dataset)", "run": "\(name)", "files": "\(reading.accepted.count)",
        "customers": "\(study.report.customers)", "seconds": "\((seconds * 100).rounded() / 100)",
      ]
    )
  }

  private var pipeline: Pipeline {
    Pipeline(dataset: dataset, recipe: settings.recipe, observer: clock)
  }

  private func stopIfAsked() throws {
    if porter.surroundings.wantsStop() { throw DaemonError.stopped }
  }

  private func read(_ batch: [AdmittedDelivery]) throws -> Reading {
    let chunks = try house.store.ledger(of: dataset)
    var reading = Reading(ledger: try chunks.isEmpty ? Ledger() : Ledger(chunks: chunks))
    // In a second attempt it is written down which file is being read, in case it ends the program
    // again.
    let isRepeated = batch.contains { $0.record.attempts > 1 }
    for admitted in batch {
      try stopIfAsked()
      if isRepeated { try house.store.reading(token: admitted.delivery.claim.token) }
      try add(admitted.delivery, to: &reading)
    }
    if isRepeated { try house.store.reading(token: nil) }
    return reading
  }

  private func add(_ delivery: Delivery, to reading: inout Reading) throws {
    let export = ContentReader.export(
      FilePlace(folder: house.inbox.work, name: delivery.claim.fileName),
      droppedAs: delivery.name,
      day: delivery.claim.note.receivedDay,
      limits: porter.settings.limits
    )
    do {
      let harvest = try pipeline.harvest(export, fitting: reading.ledger)
      try reading.ledger.merge(harvest)
      reading.rejected.add(harvest.rejected, of: delivery.name)
      reading.accepted.append(delivery)
    } catch {
      guard case .refuse(let reason) = Fate(of: error, file: delivery.name.shown) else {
        throw error
      }
      try Gate(porter: porter).refuse(delivery, reason)
    }
  }

  private func draw(
    _ report: SegmentReport,
    _ name: String,
    _ files: [Delivery]
  ) throws -> [Artifact] {
    try porter.drawing.draw(
      DrawingOrder(
        report: report,
        settings: porter.settings.report,
        templates: porter.settings.templates,
        run: name,
        sources: files.map(\.name.shown)
      )
    )
  }

  /// Copies the files to where they are kept; false when one has changed, which then goes back to
  /// the inbox.
  private func keep(_ deliveries: [Delivery]) throws -> Bool {
    for delivery in deliveries {
      let isSame = try house.kept.keep(
        delivery.claim.fileName,
        in: house.inbox.work,
        sha256: delivery.sha256
      )
      guard isSame else {
        try house.inbox.putBack(delivery.claim)
        return false
      }
    }
    try house.kept.sync()
    return true
  }

  private func runName(_ accepted: [Delivery], asOf: String?) throws -> String {
    let hashes = try house.store.acceptedHashes(of: dataset) + accepted.map(\.sha256)
    return try RunName(
      accepted: hashes,
      asOf: asOf,
      dataset: settings,
      report: porter.settings.report,
    ).text
  }

  private func manifest(
    _ name: String,
    _ report: SegmentReport,
    _ accepted: [Delivery]
  ) throws -> Manifest {
    var manifest = Manifest(
      run: name,
      dataset: dataset,
      asOf: report.asOf,
      deliveries: try house.store.acceptedHashes(of: dataset).count + accepted.count,
      inputs: accepted.map(\.input),
      configuration: .init(dataset: settings, report: porter.settings.report),
    )
    manifest.seconds = clock.seconds
    return manifest
  }

  private func finish(
    _ name: String,
    _ report: SegmentReport,
    _ json: [UInt8],
    _ reading: Reading,
  ) throws {
    try house.state.wire.pass("store finish")
    let deliveries = try house.store.acceptedHashes(of: dataset).count + reading.accepted.count
    let run = RunRecord(
      name: name,
      dataset: dataset,
      asOf: report.asOf,
      deliveries: deliveries,
      engine: Engine.version,
      recipe: try settings.json(),
      report: json,
      createdSeconds: porter.surroundings.seconds(),
    )
    try house.store.finish(
      run,
      ledger: reading.ledger.chunks(),
      accepted: reading.accepted.map(\.record)
    )
    try house.state.wire.pass("store finished")
  }
}

extension Delivery {
  /// How a manifest names it.
  var input: Manifest.Input {
    Manifest.Input(
      name: name.shown,
      bytes: claim.facts.bytes,
      sha256: sha256,
      receivedDay: claim.note.receivedDay
    )
  }
}
