import Dashboards
package import Segments

/// What the painters are asked to draw.
package struct DrawingOrder: Sendable {
  package var report: SegmentReport
  package var settings: ReportSettings
  /// The user's folder of templates.
  package var templates: String
  /// The name of the run, for the footer.
  package var run: String
  /// The names of the new files, safe to show.
  package var sources: [String]
}

/// Turns a finished report into pages: the one place where the porter calls the painters.
package struct Drawing: Sendable {
  /// Throws `DaemonError.undrawn` or `.unfit` when it cannot be done.
  package typealias Draw = @Sendable (DrawingOrder) throws -> [Artifact]

  let draw: Draw

  package init(_ draw: @escaping Draw) {
    self.draw = draw
  }

  /// Says that something will soon be drawn, so that what takes time can begin.
  static func prepare() { Dashboard.prepare() }

  /// The painters of the house.
  package static let house = Drawing { order in
    do {
      let template = try template(of: order.settings, folder: order.templates)
      let drawn = try Dashboard.publication(
        of: order.report,
        using: template,
        presentation: try presentation(order, template)
      )
      return drawn.map { Artifact(path: $0.path, bytes: $0.bytes) }
    } catch let error as DashboardError {
      throw translated(error)
    }
  }

  /// The pages of an order against the quality checklist, with the files that were published.
  static func lint(_ order: DrawingOrder, published: [Artifact]) throws -> PageLint {
    do {
      let template = try template(of: order.settings, folder: order.templates)
      return try PageLint(
        of: order.report,
        using: template,
        presentation: try presentation(order, template),
        published: published.map { Dashboards.Artifact(path: $0.path, bytes: $0.bytes) }
      )
    } catch let error as DashboardError {
      throw translated(error)
    }
  }

  /// The template that is configured; a folder of the user's goes before ours.
  static func template(of settings: ReportSettings, folder: String) throws -> Template {
    do {
      return try TemplateLibrary.template(
        named: settings.template,
        folders: [folder] + templateFolders
      )
    } catch {
      throw translated(error)
    }
  }

  /// The folders of templates, the one that goes first first.
  static func folders(_ settings: Settings) -> [String] { [settings.templates] + templateFolders }

  /// The theme that is configured; nil for those of the house.
  static func theme(of settings: ReportSettings, folder: String) throws -> ThemeFile? {
    guard let name = settings.theme, Presentation.Look(rawValue: name) == nil else { return nil }
    do {
      return try TemplateLibrary.theme(named: name, folders: [folder] + templateFolders)
    } catch {
      throw translated(error)
    }
  }

  private static let templateFolders = ["./templates", "/usr/share/segmentd/templates"]

  private static func presentation(
    _ order: DrawingOrder,
    _ template: Template
  ) throws -> Presentation {
    let settings = order.settings
    var presentation = Presentation()
    presentation.template = settings.template
    presentation.formats = settings.formats.compactMap {
      Presentation.Format(rawValue: $0.rawValue)
    }
    presentation.language = settings.language
    presentation.locale = settings.locale
    presentation.currency = settings.currency
    presentation.choose(
      theme: try theme(of: settings, folder: order.templates),
      look: settings.theme.flatMap(Presentation.Look.init(rawValue:)),
      page: settings.page.flatMap(Presentation.Page.init(rawValue:)),
      from: template
    )
    presentation.title = settings.title
    presentation.sources = order.sources
    presentation.runName = order.run
    presentation.smallestCell = settings.privacy.smallestCell
    return presentation
  }

  static func translated(_ error: DashboardError) -> DaemonError {
    switch error {
    case .template, .noTemplate, .unreadableTemplate, .unknownLanguage, .unknownLocale,
      .noTheme, .logo, .noFont, .noValue, .includesItself:
      .unfit(error.errorDescription)
    case .drawing:
      .undrawn(error.errorDescription)
    case .flawed:
      .flawed(error.errorDescription)
    }
  }
}
