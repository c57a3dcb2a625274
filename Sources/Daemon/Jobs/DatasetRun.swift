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
  struct Reading {
    var ledger: KeptLedger
    var rejected: RejectedTable
    var accepted: [AdmittedDelivery] = []
    /// One of the files has told something that was not known.
    var hasNews = false
  }

  /// What a run has come to, ready to be published.
  struct Outcome {
    var name: String
    var study: Study
    var report: [UInt8]
    var model: [UInt8]
    var manifest: Manifest
  }

  private var house: House { porter.house }
  var settings: DatasetSettings { porter.settings.dataset(dataset) }

  /// Publishes what these deliveries bring; files that cannot be used are refused one by one.
  func publish(_ batch: [AdmittedDelivery]) throws {
    let suppressions = try Suppressions(state: house.state, store: house.store)
    var reading = try read(batch, suppressions)
    guard !reading.accepted.isEmpty else { return }
    if try isUnchanged(reading, suppressions) { return try note(reading, batch) }
    try stopIfAsked()
    let past = try LookBack.past(of: dataset, in: house.store)
    let ledger = try clock.time("merge") { try reading.ledger.readyForStudy() }
    let study = try pipeline.study(ledger, after: past)
    try stopIfAsked()
    let name = try runName(reading.accepted, asOf: study.report.asOf, suppressions)
    let pages = try clock.time("draw") { try draw(study.report, name, reading.accepted) }
    try stopIfAsked()
    guard try keep(reading.accepted) else { return porter.release(batch) }
    let outcome = Outcome(
      name: name,
      study: study,
      report: try study.report.json(),
      model: try study.model.json(),
      manifest: try manifest(name, study.report, reading.accepted)
    )
    // What comes now does not depend on what is in the files: a death from here on is not their
    // fault.
    try house.store.release(tokens: reading.accepted.map(\.delivery.claim.token))
    try house.outbox.publish(
      pages
        + PublicationTables.artifacts(
          of: outcome.study,
          rejected: reading.rejected,
          after: past.memories.last
        ),
      outcome.manifest
    )
    try clock.time("store") { try finish(outcome, reading) }
    try house.inbox.retire(reading.accepted.map(\.delivery.claim))
    try Retention(porter: porter, dataset: dataset).keepInBounds()
    let seconds = clock.seconds.values.reduce(0, +)
    porter.log.notice(
      "a run is published",
      metadata: [
        "dataset": "\(dataset)", "run": "\(name)", "files": "\(reading.accepted.count)",
        "customers": "\(study.report.customers)", "seconds": "\((seconds * 100).rounded() / 100)",
      ]
    )
  }

  /// Nothing new was told, and what would be published is published already.
  private func isUnchanged(_ reading: Reading, _ suppressions: Suppressions) throws -> Bool {
    guard !reading.hasNews, porter.settings.report.unchanged == .skip,
      let last = try house.store.runs(of: dataset, atMost: 1).first, last.engine == Engine.version,
      let bytes = try house.store.part(.manifest, of: last.name, dataset: dataset),
      let manifest = Manifest(json: bytes)
    else { return false }
    let configuration = Manifest.Configuration(dataset: settings, report: porter.settings.report)
    return manifest.configuration == configuration
      && manifest.suppressions == suppressions.texts.count
  }

  /// Accepts files that told nothing new: they are kept and counted, and leave a receipt.
  private func note(_ reading: Reading, _ batch: [AdmittedDelivery]) throws {
    guard try keep(reading.accepted) else { return porter.release(batch) }
    try house.state.wire.pass("store accept")
    try house.store.accept(
      reading.accepted.map(\.record),
      of: dataset,
      ledger: reading.ledger.known.changes(),
      seconds: porter.surroundings.seconds(),
    )
    try house.inbox.retire(reading.accepted.map(\.delivery.claim))
    for admitted in reading.accepted {
      porter.log.notice(
        "a file tells nothing new",
        metadata: ["dataset": "\(dataset)", "file": "\(admitted.delivery.name.shown)"]
      )
    }
  }

  private var pipeline: Pipeline {
    Pipeline(dataset: dataset, recipe: settings.recipe, observer: clock)
  }

  private func stopIfAsked() throws {
    if porter.surroundings.wantsStop() { throw DaemonError.stopped }
  }

  private func read(
    _ batch: [AdmittedDelivery],
    _ suppressions: Suppressions,
  ) throws -> Reading {
    let allowance = porter.settings.limits.allowance(house.state)
    let ledger = try clock.time("merge") {
      try KeptLedger(of: dataset, in: house.store, allowance)
    }
    let shown = try ShownKeys(porter.settings.report.privacy, state: house.state)
    var reading = Reading(ledger: ledger, rejected: RejectedTable(shown))
    // In a second attempt it is written down which file is being read, in case it ends the program
    // again.
    let isRepeated = batch.contains { $0.record.attempts > 1 }
    for admitted in batch {
      try stopIfAsked()
      if isRepeated { try house.store.reading(token: admitted.delivery.claim.token) }
      try add(admitted, to: &reading, suppressions)
    }
    if isRepeated { try house.store.reading(token: nil) }
    let news = try clock.time("merge") { try reading.ledger.join() }
    for (place, isNews) in news.enumerated() { reading.accepted[place].record.isNews = isNews }
    reading.hasNews = news.contains(true)
    return reading
  }

  private func add(
    _ admitted: AdmittedDelivery,
    to reading: inout Reading,
    _ suppressions: Suppressions,
  ) throws {
    let delivery = admitted.delivery
    let export = ContentReader.export(
      FilePlace(folder: house.inbox.work, name: delivery.claim.fileName),
      droppedAs: delivery.name,
      day: delivery.claim.note.receivedDay,
      limits: porter.settings.limits
    ).allowing(porter.settings.limits.allowance(house.state))
    do {
      var harvest = try pipeline.harvest(export, fitting: reading.ledger.known)
      if !suppressions.isEmpty { try harvest.leaveOut(suppressions.contains) }
      try clock.time("merge") { try reading.ledger.admit(harvest) }
      reading.rejected.add(harvest, of: delivery.name)
      reading.accepted.append(admitted)
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
    _ files: [AdmittedDelivery]
  ) throws -> [Artifact] {
    try porter.drawing.draw(
      DrawingOrder(
        report: report,
        settings: porter.settings.report,
        templates: porter.settings.templates,
        run: name,
        sources: files.map(\.delivery.name.shown)
      )
    )
  }

  /// Copies the files to where they are kept; false when one has changed, which then goes back to
  /// the inbox.
  private func keep(_ deliveries: [AdmittedDelivery]) throws -> Bool {
    for delivery in deliveries.map(\.delivery) {
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

  private func runName(
    _ accepted: [AdmittedDelivery],
    asOf: String?,
    _ suppressions: Suppressions,
  ) throws -> String {
    let hashes = try house.store.acceptedHashes(of: dataset) + accepted.map(\.delivery.sha256)
    return try RunName(
      accepted: hashes,
      asOf: asOf,
      dataset: settings,
      report: porter.settings.report,
      suppressions: suppressions.texts,
    ).text
  }

  private func manifest(
    _ name: String,
    _ report: SegmentReport,
    _ accepted: [AdmittedDelivery]
  ) throws -> Manifest {
    var manifest = Manifest(
      run: name,
      dataset: dataset,
      asOf: report.asOf,
      deliveries: try house.store.acceptedHashes(of: dataset).count + accepted.count,
      inputs: accepted.map(\.delivery.input),
      configuration: .init(dataset: settings, report: porter.settings.report),
    )
    manifest.suppressions = try house.store.suppressions().count
    manifest.seconds = clock.seconds
    return manifest
  }

  private func finish(_ outcome: Outcome, _ reading: Reading) throws {
    try house.state.wire.pass("store finish")
    let run = RunRecord(
      name: outcome.name,
      dataset: dataset,
      asOf: outcome.study.report.asOf,
      deliveries: outcome.manifest.deliveries,
      engine: Engine.version,
      recipe: try settings.json(),
      report: outcome.report,
      createdSeconds: porter.surroundings.seconds(),
    )
    var memory = outcome.study.memory
    memory.run = outcome.name
    try house.store.finish(
      run,
      parts: [
        .memory: try LookBack.bytes(of: memory),
        .members: outcome.study.members.bytes,
        .model: outcome.model,
        .manifest: try outcome.manifest.json(),
      ],
      ledger: reading.ledger.known.changes(),
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
