import Dashboards
import Segments

/// `templates`: what templates there are, what they say, and how they look.
package struct TemplateShelf: Sendable {
  /// One template.
  package struct Entry: Equatable, Sendable {
    package var name: String
    /// The file, or nothing for a built-in one.
    package var path: String?
    /// How many pages it describes; nothing where it has faults.
    package var pages: Int?
  }

  private let settings: Settings

  /// The templates of these settings.
  package init(_ settings: Settings) {
    self.settings = settings
  }

  private var folders: [String] { Drawing.folders(settings) }

  /// All templates, in order; one in a folder hides the built-in one of its name.
  package var entries: [Entry] {
    TemplateLibrary.names(in: folders).map { name in
      Entry(
        name: name,
        path: TemplateLibrary.path(of: name, in: folders).map(EscapedText.escape),
        pages: try? TemplateLibrary.template(named: name, folders: folders).pageCount
      )
    }
  }

  /// The text of a template, as it is written.
  package func text(of name: String) throws(Failure) -> String {
    try naming(name) { () throws(DashboardError) in
      try TemplateLibrary.source(of: name, folders: folders).text
    }
  }

  /// Writes a copy of a template into a folder; gives its path.
  package func eject(_ name: String, to folder: String) throws(Failure) -> String {
    let text = try text(of: name)
    do {
      let place = try House.opening("folder") { try Folder.makeIfMissing(at: folder, mode: 0o775) }
      let file = FileName(name + TemplateLibrary.suffix)
      let path = place.path + "/" + file.shown
      guard try place.facts(of: file) == nil else { throw DaemonError.templateIsThere(path: path) }
      try place.writeReplacing(Array(text.utf8), to: file, mode: 0o664)
      return path
    } catch {
      throw Failure(error)
    }
  }

  /// Draws a template with the orders of a made-up shop, so that no data are needed.
  package func preview(_ name: String, to output: String) throws(Failure) {
    // Faults are said before anything is computed.
    _ = try naming(name) { () throws(DashboardError) in
      try TemplateLibrary.template(named: name, folders: folders)
    }
    do {
      var look = settings.report
      look.template = name
      let report = try Self.madeUp(settings)
      let run = "preview"
      let order = DrawingOrder(
        report: report,
        settings: look,
        templates: settings.templates,
        run: run,
        sources: [Self.sampleName]
      )
      let pages = try Drawing.house.draw(order)
      let manifest = Manifest(
        run: run,
        dataset: report.dataset,
        asOf: report.asOf,
        deliveries: 1,
        inputs: [],
        configuration: .init(dataset: settings.dataset(report.dataset), report: look)
      )
      let artifacts = pages + [Artifact(path: "report.json", bytes: try report.json())]
      try House.opening("output folder") { try OutputFolder.write(artifacts, manifest, to: output) }
    } catch {
      throw Failure(error)
    }
  }

  private static let sampleName = "made-up-shop.csv"

  /// The report of a shop of 600 customers that does not exist.
  private static func madeUp(_ settings: Settings) throws -> SegmentReport {
    var csv = ""
    ShopSample(customers: 600, seed: 7).writeOrders { csv += $0 }
    let dataset = settings.dataset("made-up-shop")
    let pipeline = Pipeline(dataset: dataset.name, recipe: dataset.recipe)
    var ledger = Ledger()
    let export = Export(name: sampleName, bytes: Array(csv.utf8))
    try ledger.merge(try pipeline.harvest(export, fitting: ledger))
    return try pipeline.study(ledger).report
  }

  private func naming<Value>(
    _ name: String,
    _ body: () throws(DashboardError) -> Value
  ) throws(Failure) -> Value {
    do throws(DashboardError) {
      return try body()
    } catch {
      throw Failure(DaemonError.template(error.errorDescription, name: name))
    }
  }
}
