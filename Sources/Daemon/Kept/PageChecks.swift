package import Dashboards
import Segments
import Storage

/// `lint`: the pages of a run against the quality checklist.
package struct PageChecks {
  /// What was checked: a run's name or a folder.
  package let subject: String
  /// What was found.
  package let lint: PageLint

  /// Lays out the pages of a kept run or of a publication in a folder, and compares the files.
  ///
  /// - Parameters:
  ///   - subject: a folder with `report.json`, else a run as `render` takes it.
  ///   - template: another template than the one it was drawn with.
  package init(
    _ subject: String,
    template: String?,
    _ settings: Settings
  ) throws(Failure) {
    do {
      if let folder = try? Folder(at: subject) {
        (self.subject, lint) = try Self.folder(folder, subject, template, settings)
      } else {
        (self.subject, lint) = try Self.run(subject, template, settings)
      }
    } catch {
      throw Failure(error)
    }
  }

  /// Whether nothing was found.
  package var isClean: Bool { lint.faults.isEmpty }

  /// What was found, a line each, and a sum at the end.
  package var lines: [String] {
    let points = lint.points.count
    guard !isClean else {
      return ["ok      \(points) points of the checklist hold on \(lint.pages) pages"]
    }
    let broken = lint.points.count { $0.faults > 0 }
    let knockOuts = lint.faults.count { $0.isKnockOut }
    let sum = "\(lint.faults.count) faults of \(broken) points on \(lint.pages) pages"
    return lint.faults.map(\.description) + ["PROBLEM \(sum), \(knockOuts) of them knock-outs"]
  }

  /// Everything as one JSON object, on request with the layout of all pages.
  package func json(withLayout: Bool) throws -> String { try lint.json(withLayout: withLayout) }

  private typealias Result = (String, PageLint)

  private static func folder(
    _ folder: Folder,
    _ path: String,
    _ template: String?,
    _ settings: Settings
  ) throws -> Result {
    let reportName = FileName("report.json")
    guard try folder.facts(of: reportName)?.kind == .file else {
      let failure = FileFailure(attempt: "read", path: path + "/report.json", code: 2)
      throw DaemonError.input(failure)
    }
    let report = try SegmentReport(json: folder.contents(of: reportName, atMost: 1 << 26))
    let manifest = try Outbox.manifest(in: folder)
    let order = DrawingOrder(again: report, by: manifest, template: template, settings)
    let files = template == nil ? try published(manifest, folder) : []
    return (path, try Drawing.lint(order, published: files))
  }

  private static func run(
    _ name: String,
    _ template: String?,
    _ settings: Settings
  ) throws -> Result {
    let state = try KeptState(settings)
    let record = try state.run(name)
    let manifest = try state.manifest(of: record)
    let report = try SegmentReport(json: record.report)
    var order = DrawingOrder(again: report, by: manifest, template: template, settings)
    order.run = record.name
    let place = settings.outbox + "/" + record.dataset + "/" + record.name
    let folder = try? Folder(at: place)
    let files = try folder.map { try published(Outbox.manifest(in: $0), $0) } ?? []
    return (record.name, try Drawing.lint(order, published: template == nil ? files : []))
  }

  /// The pages as they lie in the folder; none where another version has drawn them.
  private static func published(_ manifest: Manifest?, _ folder: Folder) throws -> [Artifact] {
    guard let manifest, manifest.version == Engine.version else { return [] }
    return try manifest.outputs.map(\.path).filter(isPage).map { path in
      Artifact(path: path, bytes: try PublicationWriter.contents(of: path, in: folder))
    }
  }

  private static func isPage(_ path: String) -> Bool {
    [".pdf", ".png", ".html"].contains { path.hasSuffix($0) }
  }
}
