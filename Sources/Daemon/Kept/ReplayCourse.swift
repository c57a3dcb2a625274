import FoundationEssentials
import Segments
import Storage

/// One dataset on its way through its runs.
struct ReplayCourse {
  let replay: Replay
  let dataset: String
  let deliveries: [DeliveryRecord]
  var ledger = Ledger()
  var waiting: WaitingHarvests
  var past = PastRuns()
  var taken = 0
  var rejected = RejectedTable(.plain)
  var result: Replay.Result

  init(_ replay: Replay, _ dataset: String) throws {
    self.replay = replay
    self.dataset = dataset
    deliveries = try replay.state.store.accepted(of: dataset)
    let store = replay.state.store
    let hashes = Set(try replay.kept.hashes())
    guard let start = try Checkpoints.start(of: dataset, deliveries, kept: hashes, store) else {
      let missing = deliveries.count { !hashes.contains($0.sha256) }
      throw DaemonError.notRepeatable(dataset: dataset, missing: missing)
    }
    let allowance = replay.state.settings.limits.allowance(nil)
    waiting = WaitingHarvests(allowance)
    result = Replay.Result(
      dataset: dataset,
      runs: 0,
      deliveries: deliveries.count,
      startsAfter: start,
      differences: [],
      notCompared: []
    )
    ledger.allow(allowance)
    guard start > 0 else { return }
    ledger = try Self.checkpoint(after: start, of: dataset, in: store, allowance)
    taken = start
    let before = try store.runs(of: dataset, atMost: .max).filter { $0.deliveries <= start }
    let names = Set(before.map(\.name))
    let memories = try LookBack.past(of: dataset, in: store).memories
    past.memories = memories.filter { names.contains($0.run) }
    if let last = past.memories.last {
      past.members = try replay.state.members(of: last.run, dataset)
      past.report = try LookBack.report(of: last.run, dataset, in: store)
    }
  }

  /// The ledger of a checkpoint; a large one is read in slices, because all of its bytes may not find room in memory.
  private static func checkpoint(
    after start: Int,
    of dataset: String,
    in store: Store,
    _ allowance: Allowance,
  ) throws -> Ledger {
    let opening = try store.ledger(.opening, of: dataset, after: start)
    guard try !Ledger.isOfOldForm(opening: opening) else {
      return try Ledger(chunks: store.ledger(.all, of: dataset, after: start))
    }
    var ledger = try Ledger(opening: opening)
    ledger.allow(allowance)
    for some in ledger.slices(of: .all) {
      try ledger.take(some, store.ledger(some, of: dataset, after: start))
    }
    try ledger.keep()
    return ledger
  }

  private var store: Store { replay.state.store }

  mutating func repeated(to output: String) throws -> Replay.Result {
    let runs = try store.runs(of: dataset, atMost: .max).reversed()
    var last: (study: Study, manifest: Manifest)?
    for run in runs where run.deliveries > result.startsAfter {
      if replay.surroundings.wantsStop() { throw DaemonError.stopped }
      replay.onRun(run.name)
      last = try repeated(run)
    }
    try merge(upTo: deliveries.count, replay.state.settings.dataset(dataset).recipe)
    try compareLedger()
    if let (study, manifest) = last {
      try write(study, manifest, after: past.memories.dropLast().last, to: output)
    }
    return result
  }

  private mutating func repeated(_ run: RunRecord) throws -> (Study, Manifest) {
    let kept = try replay.state.manifest(of: run)
    let settings = settings(of: run, kept)
    let report = kept?.configuration.report ?? replay.state.settings.report
    let shown = try ShownKeys(report.privacy, existingIn: replay.state.settings.state)
    rejected = RejectedTable(shown)
    try merge(upTo: run.deliveries, settings.recipe)
    let study = try Pipeline(dataset: dataset, recipe: settings.recipe)
      .study(ledger, after: past)
    var memory = study.memory
    memory.run = run.name
    if let kept = try LookBack.memory(of: run.name, dataset, in: store) {
      memory = memory.counting(as: kept)
    }
    try compare(run, study, memory, kept)
    past.append(memory, study)
    result.runs += 1
    var manifest = Manifest(
      run: run.name,
      dataset: dataset,
      asOf: study.report.asOf,
      deliveries: run.deliveries,
      inputs: kept?.inputs ?? [],
      configuration: .init(dataset: settings, report: report)
    )
    manifest.suppressions = replay.suppressions.tokens.count
    return (study, manifest)
  }

  /// The dataset's settings as they were.
  private func settings(of run: RunRecord, _ kept: Manifest?) -> DatasetSettings {
    let decoded = try? JSONDecoder().decode(DatasetSettings.self, from: Data(run.recipe))
    if let decoded { return decoded }
    return kept?.configuration.dataset ?? replay.state.settings.dataset(dataset)
  }

  private mutating func merge(upTo count: Int, _ recipe: Recipe) throws {
    let pipeline = Pipeline(dataset: dataset, recipe: recipe)
    while taken < min(count, deliveries.count) {
      let delivery = deliveries[taken]
      let name = FileName(bytes: delivery.name)
      guard
        let export = try replay.kept.export(
          delivery.sha256,
          droppedAs: name,
          day: delivery.receivedDay
        )
      else { throw DaemonError.notRepeatable(dataset: dataset, missing: 1) }
      taken += 1
      if var harvest = try harvest(export, pipeline, of: delivery) {
        if !replay.suppressions.isEmpty { try harvest.leaveOut(replay.suppressions.contains) }
        try waiting.admit(harvest, to: &ledger)
        rejected.add(harvest, of: name)
      } else {
        try waiting.passOver(in: &ledger)
      }
    }
    try waiting.join(with: &ledger)
  }

  /// What a kept file holds without the erased; nothing where everything in it was theirs.
  private func harvest(
    _ export: Export,
    _ pipeline: Pipeline,
    of delivery: DeliveryRecord,
  ) throws -> Harvest? {
    do {
      let allowance = replay.state.settings.limits.allowanceOfKept(nil)
      return try pipeline.harvest(export.allowing(allowance), fitting: ledger)
    } catch SegmentError.refused where delivery.keptSha256 != nil {
      return nil
    }
  }

  private mutating func compare(
    _ run: RunRecord,
    _ study: Study,
    _ memory: RunMemory,
    _ kept: Manifest?,
  ) throws {
    // Who was in which segment before the first repeated run may not be kept any more.
    let isComparable = past.memories.isEmpty || past.members != nil
    guard run.isKept, isComparable, kept?.suppressions ?? 0 == replay.suppressions.tokens.count
    else {
      result.notCompared.append(run.name)
      return
    }
    let there = try store.run(named: run.name, of: dataset)
    let report = try study.report.json()
    if let json = there?.report, report != json, try !EarlierReport(json: json).isSaid(by: report) {
      let parts = differences(try SegmentReport(json: json), study.report)
      if !parts.isEmpty {
        let list = parts.joined(separator: ", ")
        result.differences.append("\(run.name): the report (\(list))")
      }
    }
    if let members = try replay.state.members(of: run.name, dataset), members != study.members {
      result.differences.append("\(run.name): who is in which segment")
    }
    let bytes = try store.part(.memory, of: run.name, dataset: dataset)
    if replay.suppressions.isEmpty, let bytes, try LookBack.bytes(of: memory) != bytes {
      result.differences.append("\(run.name): what it leaves for later runs")
    }
  }

  /// The parts of two reports that differ.
  ///
  /// Where people were erased, the rows they had once and comparisons with runs that knew them may differ.
  private func differences(_ left: SegmentReport, _ right: SegmentReport) -> [String] {
    let parts: [(String, Bool)] = [
      ("rows", left.rows == right.rows), ("customers", left.customers == right.customers),
      ("features", left.features == right.features),
      ("correlations", left.correlations == right.correlations),
      ("scaling", left.scaling == right.scaling),
      ("candidates", left.candidates == right.candidates),
      ("choice", left.choice == right.choice), ("segments", left.segments == right.segments),
      ("continuity", left.continuity == right.continuity),
      ("migration", left.migration == right.migration), ("drift", left.drift == right.drift),
      ("trend", left.trend == right.trend), ("findings", left.findings == right.findings),
    ]
    let names = parts.filter { !$0.1 }.map(\.0)
    guard replay.suppressions.isEmpty else {
      let spared = ["rows", "continuity", "migration", "drift", "trend", "findings"]
      return names.filter { !spared.contains($0) }
    }
    return names.isEmpty ? ["other parts"] : names
  }

  /// Compares with the kept ledger, some shelves at a time: all of them may not find room in memory.
  private mutating func compareLedger() throws {
    let opening = try store.ledger(.opening, of: dataset)
    // One that an earlier version began does not know them.
    if try !Ledger(opening: opening).notesColumns { ledger.noteAsEarlier() }
    var names: [String]
    if try Ledger.isOfOldForm(opening: opening) {
      // One that no run has touched since an update is kept in an older form.
      let kept = try Ledger(chunks: store.ledger(of: dataset)).chunks()
      names = differing(kept, try ledger.chunks())
    } else {
      let kept = try Ledger(opening: opening).chunks(of: .opening)
      names = differing(kept, try ledger.chunks(of: .opening))
      var others = Set(try store.ledgerNames(of: dataset)).subtracting(opening.map(\.name))
      for some in ledger.slices() {
        let kept = try store.ledger(.named(some), of: dataset)
        names += differing(kept, try ledger.chunks(of: .named(some)))
        others.subtract(some)
      }
      names += others
    }
    // Rows of the erased were counted when they were read; what is known must agree all the same.
    names.removeAll { $0 == "head" && !replay.suppressions.isEmpty }
    if !names.isEmpty {
      result.differences.append("the ledger (\(names.sorted().joined(separator: ", ")))")
    }
  }

  private func differing(_ kept: [LedgerChunk], _ mine: [LedgerChunk]) -> [String] {
    let changes = LedgerChanges(from: kept, to: mine)
    return changes.written.map(\.name) + changes.removed
  }

  /// Writes the last run as a publication without pages, and what came of the whole course.
  private func write(
    _ study: Study,
    _ manifest: Manifest,
    after previous: RunMemory?,
    to output: String,
  ) throws {
    let artifacts = try PublicationTables.artifacts(of: study, rejected: rejected, after: previous)
    let answer = Artifact(path: "replay.json", bytes: CanonicalJSON.bytes(of: result))
    try House.opening("output folder") {
      try OutputFolder.write(artifacts + [answer], manifest, to: output)
    }
  }
}
