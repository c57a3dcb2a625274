import Plots
import Segments

extension LintedBook {
  /// The dashboard as it would be published, with everything its report says pages must show.
  init(_ dashboard: Dashboard) {
    let reading = dashboard.reading
    let report = reading.report
    let scenes = dashboard.pages.map(\.scene)
    let sheets = zip(dashboard.sheets, scenes).enumerated()
    pages = sheets.map { index, pair in
      LintedPage(pair.0, pair.1, number: index + 1, of: scenes.count, in: dashboard)
    }
    segments = reading.segments.map { portrait in
      LintedSegment(
        letter: portrait.letter,
        name: portrait.name,
        size: portrait.size < 1000 ? reading.format.integer(portrait.size) : nil,
        look: portrait.look
      )
    }
    for index in segments.indices where reading.segments[index].isHidden {
      segments[index].size = nil
    }
    // Longest first: “Spend” is part of “Spend in last 90 days”.
    names = (reading.segments.map(\.name) + reading.measures.map(\.label))
      .sorted { ($1.count, $0) < ($0.count, $1) }
    noise = reading.style.theme.noise
    unassigned = reading.words("unassigned")
    customers = report.customers > 0 ? reading.customers(report.customers) : nil
    internalNames = Set(
      report.features.map(\.name).filter { name in
        // What a page shows as it stands in the export is the reader's own name.
        MeasureLabels.readable(name) != name
      }
    )
    exclusions = Self.exclusions(of: reading)
  }

  /// The rows left out, and the missing values of each measure.
  private static func exclusions(
    of reading: Reading
  ) -> [(what: String, number: String, figure: String?)] {
    let left = reading.report.rows.read - reading.report.rows.kept
    var exclusions: [(what: String, number: String, figure: String?)] =
      left > 0 ? [("rows left out", reading.format.integer(left), nil)] : []
    for measure in reading.measures where measure.facts.missing >= reading.style.smallestCell {
      let number = reading.format.integer(measure.facts.missing)
      exclusions.append(("missing values of \(measure.label)", number, measure.label))
    }
    return exclusions
  }
}

extension LintedPage {
  /// A sheet with the scene drawn of it.
  fileprivate init(
    _ sheet: Sheet,
    _ scene: Scene,
    number: Int,
    of count: Int,
    in dashboard: Dashboard
  ) {
    let (reading, geometry) = (dashboard.reading, dashboard.geometry)
    let words = reading.words
    self.init(
      number: number,
      id: sheet.id,
      title: sheet.title,
      isContinued: sheet.isContinued,
      size: scene.size,
      ground: scene.background ?? Color(0xFFFFFF),
      body: Rect(
        x: geometry.margin,
        y: geometry.bodyTop,
        width: geometry.width,
        height: geometry.bodyBottom - geometry.bodyTop
      ),
      columns: (0..<12).map {
        geometry.margin + Double($0) * (geometry.column + geometry.gutter)
      },
      rowGap: geometry.rowGap,
      // Slides are printed larger than they are laid out, and read from afar.
      smallest: geometry.scale > 1
        ? TypeScale.slide.smallest / geometry.scale : reading.style.type.smallest,
      frame: [
        DashboardTitle.text(of: reading),
        words(
          "page.number",
          ["n": reading.format.integer(number), "count": reading.format.integer(count)]
        ),
        SheetPainter(geometry: geometry, reading: reading).footerText,
      ],
      figures: sheet.blocks.map { LintedFigure($0, reading) },
      survey: scene.survey(reading.style.measure)
    )
  }
}

extension LintedFigure {
  fileprivate init(_ block: PlacedBlock, _ reading: Reading) {
    let picture = block.picture
    self.init(
      name: picture.panel,
      title: picture.title,
      descriptor: picture.descriptor,
      notes: picture.notes,
      rect: block.rect,
      cells: (picture.table?.header ?? []) + (picture.table?.rows.flatMap(\.self) ?? []),
      sample: picture.sample
    )
  }
}
