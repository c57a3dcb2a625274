import Logging
import Segments
import Storage

/// Builds a lost store again from the kept files and the manifests of the publications.
///
/// The manifests say which files came in which order and how everything was configured; each run is made again
/// and comes to the name it has. Files that told nothing new are in no manifest and are read again when they
/// come again.
struct Restoration {
  let porter: Porter
  private var house: House { porter.house }

  /// Does nothing where the store knows any file, or where there is nothing to build from.
  func restoreIfLost() throws {
    guard try house.store.counts().isEmpty else { return }
    let book = try ErasureBook(state: house.state)
    try book.restoreTokens(in: house.store, seconds: porter.surroundings.seconds())
    let kept = Set(try house.kept.hashes())
    guard !kept.isEmpty else { return }
    // A store that is half built is thrown away at the next start.
    try house.state.writeReplacing([], to: House.restoringName, mode: 0o600)
    try restoreAll(kept, book)
    try book.restoreHashes(in: house.store)
    try house.state.remove(House.restoringName)
    try house.state.sync()
  }

  private func restoreAll(_ kept: Set<String>, _ book: ErasureBook) throws {
    for name in try house.outbox.root.names() where !name.hasPrefix(".") {
      guard try house.outbox.root.facts(of: name)?.kind == .folder else { continue }
      let folder = try house.outbox.root.folder(name)
      let manifests = try Outbox.runs(in: folder).compactMap {
        try Outbox.manifest(in: folder.folder($0))
      }
      let ordered = manifests.sorted { ($0.deliveries, $0.run) < ($1.deliveries, $1.run) }
      guard !ordered.isEmpty else { continue }
      try restore(ordered, kept, book)
    }
  }

  private func restore(
    _ manifests: [Manifest],
    _ kept: Set<String>,
    _ book: ErasureBook,
  ) throws {
    let dataset = manifests[0].dataset
    let missing = manifests.flatMap(\.inputs).filter { !kept.contains($0.sha256) }
    guard missing.isEmpty else {
      porter.log.error(
        "the store is lost and cannot be built again: files are missing",
        metadata: ["dataset": "\(dataset)", "files": "\(missing.count)"]
      )
      return
    }
    porter.log.warning(
      "the store is lost; it is built again from the kept files",
      metadata: ["dataset": "\(dataset)", "runs": "\(manifests.count)"]
    )
    let suppressions = try Suppressions(state: house.state, store: house.store)
    let allowance = porter.settings.limits.allowance(house.state)
    var (ledger, waiting) = (Ledger(), WaitingHarvests(allowance))
    ledger.allow(allowance)
    var past = PastRuns()
    for manifest in manifests {
      if porter.surroundings.wantsStop() { throw DaemonError.stopped }
      let pipeline = Pipeline(
        dataset: dataset,
        recipe: manifest.configuration.dataset.recipe
      )
      let shown = try ShownKeys(manifest.configuration.report.privacy, state: house.state)
      var rejected = RejectedTable(shown)
      for input in manifest.inputs {
        guard var harvest = try harvest(input, pipeline, fitting: ledger, book) else {
          try waiting.passOver(in: &ledger)
          continue
        }
        if !suppressions.isEmpty { try harvest.leaveOut(suppressions.contains) }
        try waiting.admit(harvest, to: &ledger)
        rejected.add(harvest, of: FileName(input.name))
      }
      try waiting.join(with: &ledger)
      let study = try pipeline.study(ledger, after: past)
      try mend(manifest, study, rejected, after: past.memories.last)
      var memory = study.memory
      memory.run = manifest.run
      past.append(memory, study)
      try house.store.finish(
        RunRecord(
          name: manifest.run,
          dataset: dataset,
          asOf: study.report.asOf,
          deliveries: manifest.deliveries,
          engine: manifest.version,
          recipe: try manifest.configuration.dataset.json(),
          report: try study.report.json(),
          createdSeconds: porter.surroundings.seconds(),
        ),
        parts: [
          .memory: try LookBack.bytes(of: memory), .members: study.members.bytes,
          .model: try study.model.json(), .manifest: try manifest.json(),
        ],
        ledger: ledger.changes(),
        accepted: manifest.inputs.map { record(of: $0, dataset) }
      )
      try ledger.keep()
    }
    // `latest` may have been moved to a run that was published again.
    if let last = manifests.last { try house.outbox.publish([], last) }
  }

  /// Publishes a run again whose files are not as its manifest says.
  private func mend(
    _ manifest: Manifest,
    _ study: Study,
    _ rejected: RejectedTable,
    after previous: RunMemory?,
  ) throws {
    guard try !house.outbox.isPublished(manifest.run, of: manifest.dataset) else { return }
    let pages = try porter.drawing.draw(
      DrawingOrder(again: study.report, by: manifest, template: nil, porter.settings)
    )
    let tables = try PublicationTables.artifacts(of: study, rejected: rejected, after: previous)
    try house.outbox.publish(pages + tables, manifest)
  }

  /// What a kept file holds without the erased; nothing where everything in it was theirs.
  private func harvest(
    _ input: Manifest.Input,
    _ pipeline: Pipeline,
    fitting ledger: Ledger,
    _ book: ErasureBook,
  ) throws -> Harvest? {
    let export = try house.kept.export(
      input.sha256,
      droppedAs: FileName(input.name),
      day: input.receivedDay
    )
    guard let export else { return nil }
    do {
      let allowance = porter.settings.limits.allowanceOfKept(house.state)
      return try pipeline.harvest(export.allowing(allowance), fitting: ledger)
    } catch SegmentError.refused where book.lacksLines(input.sha256) {
      return nil
    }
  }

  private func record(of input: Manifest.Input, _ dataset: String) -> DeliveryRecord {
    DeliveryRecord(
      token: "restored-\(dataset)-\(input.sha256)",
      dataset: dataset,
      name: Array(input.name.utf8),
      isPinned: false,
      sha256: input.sha256,
      bytes: input.bytes,
      receivedDay: input.receivedDay,
    )
  }
}
