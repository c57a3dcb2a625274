import Segments

/// `score`: the segment of each customer of a file by a kept model, nothing refitted.
package enum Scoring {
  /// Writes customer, segment and confidence, and says how many customers there are.
  ///
  /// - Parameter run: a run's name, `dataset/run`, a dataset (its newest run), or the path of a `model.json`.
  package static func score(
    _ file: String,
    by run: String,
    output: String,
    _ settings: Settings,
  ) throws(Failure) -> Int {
    do {
      let model = try model(run, settings)
      let export = try InputFile.export(file, settings: settings).export
      let table = try readable(export, model, settings)
      let scores = try model.scores(of: table)
      try House.opening("output file") {
        let shown = try ShownKeys(settings.report.privacy, existingIn: settings.state)
        try write(table.customers.map { shown($0.text) }, scores, to: output)
      }
      return scores.count
    } catch {
      throw Failure(error, file: file)
    }
  }

  private static func model(_ run: String, _ settings: Settings) throws -> SegmentModel {
    if run.hasSuffix(".json") {
      do {
        let (folder, name) = try InputFile.place(run)
        return try SegmentModel(json: folder.contents(of: name, atMost: 1 << 30))
      } catch let failure as FileFailure {
        throw DaemonError.input(failure)
      }
    }
    let state = try KeptState(settings)
    return try state.model(of: state.run(run))
  }

  /// What is wrong with the file is told as of any refused file.
  private static func readable(
    _ export: Export,
    _ model: SegmentModel,
    _ settings: Settings,
  ) throws -> FeatureTable {
    do {
      return try table(of: export, model, settings)
    } catch {
      guard case .refuse(let reason) = Fate(of: error, file: export.name) else { throw error }
      throw DaemonError.refused(reason)
    }
  }

  /// The features of a file's customers, counted to the model's day where the file ends earlier.
  private static func table(
    of export: Export,
    _ model: SegmentModel,
    _ settings: Settings,
  ) throws -> FeatureTable {
    let recipe = settings.dataset(model.dataset).recipe
    let pipeline = Pipeline(dataset: model.dataset, recipe: recipe)
    var ledger = Ledger()
    ledger.allow(export.allowance)
    try ledger.merge(try pipeline.harvest(export, fitting: ledger))
    let table = try pipeline.table(of: ledger, lookingFrom: model.asOf)
    _ = try model.scores(of: table.row(0))
    return table
  }

  private static func write(_ customers: [String], _ scores: [Score], to path: String) throws {
    var table = TableWriter()
    for name in ["customer", "segment id", "segment name", "confidence"] {
      table.text(name)
    }
    table.endRecord()
    for (customer, score) in zip(customers, scores) {
      table.text(customer)
      table.number(score.segment)
      table.text(score.name)
      table.number(score.confidence)
      table.endRecord()
    }
    let (folder, name) = try InputFile.place(path)
    try folder.writeReplacing(table.bytes, to: name, mode: 0o664)
  }
}
