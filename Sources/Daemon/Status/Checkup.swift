import Dashboards
import Glibc
import Segments
import Storage

/// `check`: would the service work here? Looks at everything and changes nothing.
package struct Checkup: Sendable {
  /// One thing that was looked at.
  package struct Line: Equatable, Sendable {
    /// What was looked at: `inbox`, `store`, ….
    package var subject: String
    /// What was found.
    package var found: String
    /// What is wrong, or nothing.
    package var fault: Reason?
    /// The code to exit with when this is wrong.
    package var code: ExitCode
  }

  package var lines: [Line]

  /// The code of the first thing that is wrong, or `ok`.
  package var code: ExitCode {
    lines.first { $0.fault != nil }?.code ?? .ok
  }

  /// Looks at the folders, the store, the template and the fonts of these settings.
  package init(_ settings: Settings) {
    lines = [
      Line(
        subject: "configuration",
        found: settings.filePath ?? "no file, defaults",
        fault: nil,
        code: .configuration
      ),
      Self.folder("inbox", settings.inbox),
      Self.folder("outbox", settings.outbox),
      Self.folder("state", settings.state),
      Self.store(settings),
    ]
    lines += Self.baselines(settings) + Self.templates(settings) + Self.theme(settings)
    lines.append(Self.font)
  }

  private static func folder(_ role: String, _ path: String) -> Line {
    let isThere = unsafe access(path, F_OK) == 0
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    let above =
      (path.hasPrefix("/") ? "/" : "") + (parent.isEmpty && !path.hasPrefix("/") ? "." : parent)
    let failed = unsafe access(isThere ? path : above, R_OK | W_OK | X_OK) != 0
    let code = errno
    guard failed else {
      return Line(
        subject: role,
        found: isThere ? path : "\(path) (is created when the service starts)",
        fault: nil,
        code: .cannotWrite
      )
    }
    let failure = FileFailure(attempt: "use", path: EscapedText.escape(path), code: code)
    return Line(
      subject: role,
      found: path,
      fault: DaemonError.folder(failure, role: role).reason,
      code: .cannotWrite
    )
  }

  /// The runs that drift is to be measured against, where there are runs to choose from.
  private static func baselines(_ settings: Settings) -> [Line] {
    guard let store = try? House.reader(settings) else { return [] }
    return settings.datasets.compactMap { dataset in
      guard case .run(let name) = dataset.recipe.continuity.baseline,
        let newest = try? store.runs(of: dataset.name, atMost: 1).first
      else { return nil }
      let isKnown = (try? store.run(named: name, of: dataset.name)) != nil
      let fault = DaemonError.unknownRun(name).reason
      let reason = Reason(
        what: fault.what,
        place: "datasets.\(dataset.name).continuity.baseline",
        toDo: "Write `previous`, `first` or the name of a run, such as `\(newest.name)`."
      )
      return Line(
        subject: "baseline",
        found: "\(dataset.name), \(EscapedText.escape(name))",
        fault: isKnown ? nil : reason,
        code: .configuration
      )
    }
  }

  /// Every template there is, and the configured one also when it is missing.
  private static func templates(_ settings: Settings) -> [Line] {
    let folders = Drawing.folders(settings)
    let names = TemplateLibrary.names(in: folders)
    let wanted = settings.report.template
    return (names.contains(wanted) ? names : names + [wanted]).map { name in
      let place = TemplateLibrary.path(of: name, in: folders).map(EscapedText.escape) ?? "built in"
      do throws(DashboardError) {
        let template = try TemplateLibrary.template(named: name, folders: folders)
        try template.theme?.checkFonts()
        return Line(
          subject: "template",
          found: "\(name), \(template.pageCount) pages (\(place))",
          fault: nil,
          code: .configuration
        )
      } catch {
        let fault = DaemonError.template(error.errorDescription, name: name).reason
        return Line(subject: "template", found: name, fault: fault, code: .configuration)
      }
    }
  }

  /// The theme if one is configured that is not of the house.
  private static func theme(_ settings: Settings) -> [Line] {
    do {
      let own = try Drawing.theme(of: settings.report, folder: settings.templates)
      guard let own, let name = settings.report.theme else { return [] }
      do { try own.checkFonts() } catch { throw Drawing.translated(error) }
      return [Line(subject: "theme", found: name, fault: nil, code: .configuration)]
    } catch {
      let (failure, name) = (Failure(error), settings.report.theme ?? "")
      return [Line(subject: "theme", found: name, fault: failure.reason, code: failure.code)]
    }
  }

  /// Pages can be drawn with any font, but not without one.
  private static var font: Line {
    guard let found = FontCheck.found else {
      let reason = Reason(
        what: "No font can be found to draw with.",
        place: "fontconfig",
        toDo: "Install the package fonts-inter."
      )
      return Line(subject: "font", found: "none", fault: reason, code: .unavailable)
    }
    let advice = found == FontCheck.wanted ? "" : " (pages are made for \(FontCheck.wanted))"
    return Line(subject: "font", found: found + advice, fault: nil, code: .unavailable)
  }

  private static func store(_ settings: Settings) -> Line {
    let path = settings.state + "/" + House.storeName
    do {
      let store = try House.reader(settings)
      let runs = try store?.counts()["accepted"] ?? 0
      let found = store == nil ? "none yet" : "\(path), \(runs) accepted files"
      return Line(subject: "store", found: found, fault: nil, code: .storage)
    } catch {
      let failure = Failure(error)
      return Line(subject: "store", found: path, fault: failure.reason, code: failure.code)
    }
  }
}
