package import Segments

/// `report`: files in, one publication out; no inbox and nothing kept.
package struct OneShot {
  private let settings: Settings
  private let surroundings: Surroundings
  private let drawing: Drawing
  private let onStage: @Sendable (String) -> Void

  package init(
    settings: Settings,
    drawing: Drawing = .house,
    surroundings: Surroundings = .real,
    onStage: @escaping @Sendable (String) -> Void = { _ in },
  ) {
    self.settings = settings
    self.drawing = drawing
    self.surroundings = surroundings
    self.onStage = onStage
  }

  /// What was published, and where.
  package struct Result: Sendable {
    package var report: SegmentReport
    package var manifest: Manifest
  }

  /// One file that was read.
  private struct Source {
    var name: FileName
    var folder: Folder
    var sha256: String
    var bytes: Int
  }

  /// Reads the files, finds the segments and writes everything into a folder; throws `Failure`.
  package func run(files: [String], output: String) throws(Failure) -> Result {
    do {
      return try report(files, output)
    } catch {
      throw Failure(error)
    }
  }

  private func report(_ files: [String], _ output: String) throws -> Result {
    let clock = StageClock(surroundings, onBegin: onStage)
    let sources = try files.map(source).sorted { ($0.name, $0.sha256) < ($1.name, $1.sha256) }
    guard let first = sources.first else {
      throw DaemonError.input(FileFailure(attempt: "open", path: "no file", code: 2))
    }
    let dataset = settings.dataset(
      DatasetNaming.dataset(of: first.name, folder: nil, among: settings.datasets)
    )
    let pipeline = Pipeline(dataset: dataset.name, recipe: dataset.recipe, observer: clock)
    let allowance = settings.limits.allowance(nil)
    var (ledger, waiting) = (Ledger(), WaitingHarvests(allowance))
    ledger.allow(allowance)
    let shown = try ShownKeys(settings.report.privacy, existingIn: settings.state)
    var rejected = RejectedTable(shown)
    var inputs: [Manifest.Input] = []
    for source in sources where !inputs.contains(where: { $0.sha256 == source.sha256 }) {
      let harvest = try refusing(source.name) {
        let harvest = try self.harvest(source, pipeline, fitting: ledger)
        try clock.time("merge") { try waiting.admit(harvest, to: &ledger) }
        return harvest
      }
      rejected.add(harvest, of: source.name)
      inputs.append(
        Manifest.Input(
          name: source.name.shown,
          bytes: source.bytes,
          sha256: source.sha256,
          receivedDay: surroundings.today()
        )
      )
    }
    try clock.time("merge") { _ = try waiting.join(with: &ledger) }
    let study = try refusing(first.name) { try pipeline.study(ledger) }
    let name = try RunName(
      accepted: inputs.map(\.sha256),
      asOf: study.report.asOf,
      dataset: dataset,
      report: settings.report
    ).text
    let order = DrawingOrder(
      report: study.report,
      settings: settings.report,
      templates: settings.templates,
      run: name,
      sources: inputs.map(\.name)
    )
    let pages = try clock.time("draw") { try drawing.draw(order) }
    let artifacts =
      try pages
      + PublicationTables.artifacts(of: study, rejected: rejected, after: nil)
    var manifest = Manifest(
      run: name,
      dataset: dataset.name,
      asOf: study.report.asOf,
      deliveries: inputs.count,
      inputs: inputs,
      configuration: .init(dataset: dataset, report: settings.report)
    )
    manifest.seconds = clock.seconds
    try House.opening("output folder") { try OutputFolder.write(artifacts, manifest, to: output) }
    manifest.list(artifacts)
    return Result(report: study.report, manifest: manifest)
  }

  private func harvest(
    _ source: Source,
    _ pipeline: Pipeline,
    fitting ledger: Ledger,
  ) throws -> Harvest {
    let export = ContentReader.export(
      FilePlace(folder: source.folder, name: source.name, followsLinks: true),
      droppedAs: source.name,
      day: surroundings.today(),
      limits: settings.limits
    ).allowing(settings.limits.allowance(nil))
    return try pipeline.harvest(export, fitting: ledger)
  }

  /// Names the file in what is thrown.
  private func refusing<Value>(_ name: FileName, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      guard case .refuse(let reason) = Fate(of: error, file: name.shown) else { throw error }
      throw DaemonError.refused(reason)
    }
  }

  /// Opens a file a person has named: links are followed, because the person asked for it.
  private func source(_ path: String) throws -> Source {
    do {
      let (folder, name) = try InputFile.place(path)
      let file = try folder.open(name, followingLinks: true)
      guard let sha256 = try ContentReader.hash(file) else {
        throw FileFailure(attempt: "read", path: file.path, code: 11)
      }
      return Source(name: name, folder: folder, sha256: sha256, bytes: try file.facts().bytes)
    } catch let failure as FileFailure {
      throw DaemonError.input(failure)
    }
  }
}

/// An error of a command with the code it ends with.
package struct Failure: Error, Sendable {
  package var reason: Reason
  package var code: ExitCode

  /// Decides as the service would, and takes a refused file for bad data.
  package init(_ error: any Error, file: String = "") {
    switch Fate(of: error, file: file) {
    case .refuse(let reason): self.init(reason, .badData)
    case .retryLater(let reason, let code), .end(let reason, let code): self.init(reason, code)
    case .stop: self.init(DaemonError.stopped.reason, .tryAgain)
    }
  }

  init(_ reason: Reason, _ code: ExitCode) {
    self.reason = reason
    self.code = code
  }
}
