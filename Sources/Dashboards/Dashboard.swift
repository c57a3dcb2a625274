import Plots
package import Segments

/// Makes a publication out of a report: a PDF, its pages as PNG, and one HTML file.
///
/// A pure function: the same report, template and presentation give the same bytes.
package struct Dashboard: Sendable {
  let reading: Reading
  let chapters: [Chapter]
  /// What was left out, with the reason, in order.
  let omissions: [String]
  var sheets: [Sheet]
  let geometry: PageGeometry
  /// How the HTML file opens.
  var screen: ScreenLook

  /// Lays out all pages.
  ///
  /// - Parameter words: other words than those of the presentation's language.
  init(
    of report: SegmentReport,
    using template: Template,
    presentation: Presentation,
    words: Words? = nil
  )
    throws(DashboardError)
  {
    reading = try Self.reading(of: report, presentation, words: words)
    let unanswered = template.unanswered(by: reading)
    guard unanswered.isEmpty else { throw .noValue(unanswered) }
    geometry = PageGeometry(presentation.page)
    screen = ScreenLook(presentation)
    let binder = Binder(geometry: geometry, style: reading.style, segments: reading.segments)
    var author = ChapterAuthor(
      reading: reading,
      geometry: geometry,
      contents: Self.blank(template, repeats: reading.shown.count)
    )
    let drafts = author.chapters(of: template)
    var chapters = drafts.chapters
    var bound = Companion.map(chapters) { binder.sheets(of: $0) }
    // Page numbers are known only now: the page that tells them is drawn again.
    author.contents = Self.contents(of: bound.flatMap(\.self))
    for page in template.pages where page.id == ContentsPanel.id {
      let place = chapters.firstIndex { $0.id == page.id }
      guard let place else { continue }
      let redrawn = author.chapter(of: page).map { [$0] } ?? []
      chapters.replaceSubrange(place...place, with: redrawn)
      bound.replaceSubrange(place...place, with: redrawn.map { binder.sheets(of: $0) })
    }
    (self.chapters, omissions, sheets) = (chapters, drafts.omissions, bound.flatMap(\.self))
  }

  /// As many lines as the template has pages, so that the table of contents has its place.
  private static func blank(_ template: Template, repeats: Int) -> [ContentsEntry] {
    template.pages.flatMap { page in
      let entry = ContentsEntry(section: page.section, title: "", page: 0)
      return Array(repeating: entry, count: page.isRepeated ? repeats : 1)
    }
  }

  private static func contents(of sheets: [Sheet]) -> [ContentsEntry] {
    sheets.enumerated().compactMap { index, sheet in
      guard !sheet.isContinued, sheet.id != ContentsPanel.id else { return nil }
      return ContentsEntry(section: sheet.section, title: sheet.title, page: index + 1)
    }
  }

  /// All files of a dashboard, in the formats the presentation asks for.
  package static func publication(
    of report: SegmentReport,
    using template: Template,
    presentation: Presentation
  ) throws(DashboardError) -> [Artifact] {
    let dashboard = try Dashboard(of: report, using: template, presentation: presentation)
    let screen = try onScreen(report, template, presentation)
    let files = try dashboard.files(screen: screen)
    let faults = PublicationCheck(dashboard).faults(in: files)
    guard faults.isEmpty else { throw .flawed(faults) }
    // To take thousands of shapes apart takes as long as painting two pages; nobody need wait for that.
    _ = Companion().add { withExtendedLifetime(dashboard) {} }
    return files
  }

  /// Has the lists of installed fonts read while the report is still being fetched.
  package static func prepare() {
    // Pango has another thread read them, once for the process, as soon as anybody wants to measure.
    _ = TextMeasure()
  }

  /// All files, not yet checked; the HTML file of another dashboard where one is given.
  func files(screen: Dashboard? = nil) throws(DashboardError) -> [Artifact] {
    do throws(PlotError) {
      return try artifacts(screen: screen)
    } catch {
      throw .drawing(error)
    }
  }

  /// The dashboard of the HTML file where it is another than the printed one.
  ///
  /// A screen has its own means for the dark, and brings its own font along.
  static func onScreen(
    _ report: SegmentReport,
    _ template: Template,
    _ presentation: Presentation
  ) throws(DashboardError) -> Dashboard? {
    guard presentation.formats.contains(.html) else { return nil }
    let fonts = presentation.ownTheme?.fonts ?? []
    guard presentation.look == .dark || !fonts.isEmpty else { return nil }
    var light = presentation
    light.theme = .light
    light.ownTheme = presentation.ownTheme?.on(
      presentation.look == .dark ? .light : presentation.look
    )
    light.ownTheme?.fonts = []
    var dashboard = try Dashboard(of: report, using: template, presentation: light)
    dashboard.screen = ScreenLook(presentation)
    return dashboard
  }

  /// The pages as scenes, in order.
  var pages: [PDFPage] {
    let painter = SheetPainter(geometry: geometry, reading: reading)
    var lastSection = ""
    return sheets.enumerated().map { index, sheet in
      let scene = painter.scene(of: sheet, number: index + 1, of: sheets.count)
      var outline: [PDFPage.OutlineEntry] = []
      if sheet.section != lastSection {
        outline.append(.init(title: reading.words("section." + sheet.section), level: 1))
        lastSection = sheet.section
      }
      if !sheet.isContinued { outline.append(.init(title: sheet.title, level: 2)) }
      return PDFPage(scene: scene, name: "page-\(index + 1)", outline: outline)
    }
  }

  /// The pages in the size they are printed in.
  private var printed: [PDFPage] {
    guard geometry.scale != 1 else { return pages }
    return pages.map { page in
      var page = page
      page.scene = page.scene.scaled(by: geometry.scale)
      return page
    }
  }

  private func artifacts(screen: Dashboard?) throws(PlotError) -> [Artifact] {
    let formats = reading.presentation.formats
    var artifacts: [Artifact] = []
    let pages = formats.contains(.pdf) || formats.contains(.png) ? printed : []
    let painter = PagePainter(
      document: formats.contains(.pdf) ? document : nil,
      pictures: formats.contains(.png) ? PNGPainter(scale: 2) : nil
    )
    let companion = Companion<Result<[UInt8], PlotError>>()
    let html = formats.contains(.html) ? (screen ?? self).html(by: companion) : nil
    let painted = try painter.paint(pages, measure: reading.style.measure, with: companion)
    if let pdf = painted.pdf { artifacts.append(Artifact(path: "dashboard.pdf", bytes: pdf)) }
    artifacts += painted.pictures.enumerated().map { Artifact(path: pngName(of: $0), bytes: $1) }
    if let html {
      let bytes = try companion.value(of: html).get()
      artifacts.append(Artifact(path: "dashboard.html", bytes: bytes))
    }
    return artifacts
  }

  /// Has the HTML file written by a companion; gives the place of this piece of work.
  private func html(by companion: Companion<Result<[UInt8], PlotError>>) -> Int {
    companion.add {
      Result { () throws(PlotError) -> [UInt8] in
        Array(try HTMLBook(dashboard: self).text().utf8)
      }
    }
  }

  private func pngName(of index: Int) -> String {
    let number = index + 1
    return "png/\(number < 10 ? "0" : "")\(number)-\(SafeText.identifier(sheets[index].id)).png"
  }

  private var document: PDFDocument {
    PDFDocument(
      title: DashboardTitle.text(of: reading),
      subject: reading.scope,
      language: reading.words.language,
      day: reading.report.asOf.flatMap(Day.init(iso:))
    )
  }

  /// The report as pages read it.
  static func reading(
    of report: SegmentReport,
    _ presentation: Presentation,
    words: Words? = nil
  )
    throws(DashboardError) -> Reading
  {
    let style = try style(of: report, presentation, words)
    return Reading(report, presentation: presentation, style: style)
  }

  private static func style(
    of report: SegmentReport,
    _ presentation: Presentation,
    _ words: Words?
  )
    throws(DashboardError) -> Style
  {
    guard let words = words ?? Words(language: presentation.language) else {
      throw .unknownLanguage(presentation.language, known: Words.languages)
    }
    guard let locale = NumberLocale.named(presentation.locale) else {
      throw .unknownLocale(presentation.locale)
    }
    return Style(
      theme: presentation.ownTheme?.theme ?? (presentation.theme == .dark ? .dark : .light),
      type: .print,
      measure: try presentation.ownTheme?.letters() ?? TextMeasure(fonts: []),
      format: NumberFormat(locale: locale, currency: presentation.currency ?? report.currency),
      words: words,
      smallestCell: max(1, presentation.smallestCell)
    )
  }
}
