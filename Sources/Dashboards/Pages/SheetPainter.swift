import Foundation
import Plots
import Segments

/// Draws a sheet of paper: running header, title, blocks and footer.
struct SheetPainter {
  let geometry: PageGeometry
  let reading: Reading

  private var style: Style { reading.style }

  /// The whole page as a scene.
  func scene(of sheet: Sheet, number: Int, of count: Int) -> Scene {
    var page = Drawing(width: geometry.size.width, style: style)
    header(sheet, in: &page)
    let logo = number == 1 ? logo(in: &page) : 0
    let body = title(sheet, in: &page, beside: logo)
    if let key = sheet.key { page.place(key, geometry.margin, body) }
    for block in sheet.blocks {
      if let anchor = block.picture.anchor {
        page.add(.destination(anchor, at: block.corner))
      }
      page.add(
        .group(
          SceneGroup(block.scene.items, offset: block.corner, fact: .figure(block.picture.panel))
        )
      )
    }
    footer(number: number, of: count, in: &page)
    var scene = Scene(size: geometry.size, background: style.theme.page)
    scene.add(page.items)
    return scene
  }

  private func header(_ sheet: Sheet, in page: inout Drawing) {
    let (left, right) = (geometry.margin, geometry.margin + geometry.width)
    var section = reading.words("section." + sheet.section)
    if sheet.isContinued { section = reading.words("page.continued", ["title": section]) }
    let room = geometry.width - style.width(section, .axis) - 20
    page.text(
      DashboardTitle.text(of: reading),
      left,
      geometry.headerBaseline,
      .axis.within(room)
    )
    page.text(section, right, geometry.headerBaseline, .axis.end)
    page.rule(geometry.headerRule, from: left, to: right)
  }

  /// The logo of the theme at the upper right; returns the width it takes from the title.
  private func logo(in page: inout Drawing) -> Double {
    guard let logo = reading.presentation.ownTheme?.logo(on: style.theme.page) else { return 0 }
    // On paper it stands above the title, on a slide beside it.
    let isAbove = geometry.scale == 1
    let height = isAbove ? geometry.titleBaseline - geometry.headerRule - 20 : 20
    let factor = min(height / Double(logo.height), 150 / Double(logo.width))
    let size = Size(Double(logo.width) * factor, Double(logo.height) * factor)
    let corner = Point(geometry.margin + geometry.width - size.width, geometry.headerRule + 7)
    page.add(.image(logo, in: Rect(origin: corner, size: size)))
    return isAbove ? 0 : size.width + 12
  }

  /// Title and scope; returns where the body begins.
  private func title(_ sheet: Sheet, in page: inout Drawing, beside logo: Double) -> Double {
    var run = Drawing(width: geometry.size.width, style: style)
    let lettering = Lettering.h1.within(geometry.width - logo)
    let after = run.heading(sheet.title, geometry.margin, geometry.titleBaseline, lettering)
    page.add(.group(SceneGroup(run.items, role: .heading(1))))
    page.paragraph(
      reading.scope(within: geometry.width),
      geometry.margin,
      after - style.text(.h1).leading + 15,
      .desc.within(geometry.width),
      lines: 1
    )
    return geometry.bodyTop + after - geometry.titleBaseline - style.text(.h1).leading
  }

  private func footer(number: Int, of count: Int, in page: inout Drawing) {
    let (left, right) = (geometry.margin, geometry.margin + geometry.width)
    let words = reading.words
    page.rule(geometry.footerRule, from: left, to: right)
    let pages = words(
      "page.number",
      ["n": reading.format.integer(number), "count": reading.format.integer(count)]
    )
    page.text(pages, right, geometry.footerBaseline, .note.end)
    page.text(
      footerText,
      left,
      geometry.footerBaseline,
      .note.within(geometry.width - style.width(pages, .note) - 20)
    )
  }

  var footerText: String {
    let words = reading.words
    let run = reading.presentation.runName
    let data =
      reading.report.asOf.flatMap(Day.init(iso:)).map {
        words("footer.dated", ["date": reading.format.date($0)])
      } ?? words("footer.undated")
    return run.isEmpty
      ? words("footer.plain", ["data": data])
      : words("footer.run", ["run": run, "data": data])
  }
}
