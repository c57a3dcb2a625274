import Foundation
import Plots

/// The checks that stand before publishing: no blank page, no missing figure, no missing file.
///
/// They look at what was laid out and at the first bytes of each file, so they cost next to nothing;
/// `segmentd lint` looks at everything.
struct PublicationCheck {
  private let dashboard: Dashboard

  init(_ dashboard: Dashboard) {
    self.dashboard = dashboard
  }

  /// Everything that speaks against publishing these files.
  func faults(in files: [Artifact]) -> [LintFault] { sheets + figures + missing(files) }

  private var sheets: [LintFault] {
    guard !dashboard.sheets.isEmpty else { return [fault("dashboard", "it has no pages")] }
    return dashboard.sheets.enumerated().flatMap { index, sheet -> [LintFault] in
      guard !sheet.blocks.isEmpty else { return [fault("", "the page is blank", page: index + 1)] }
      return sheet.blocks.compactMap { block in
        let name = block.picture.panel
        guard block.scene.items.contains(where: \.hasInk) else {
          return fault(name, "the figure is empty", page: index + 1)
        }
        let edge = dashboard.geometry.margin + dashboard.geometry.width + 1
        guard block.rect.maxX > edge else { return nil }
        return fault(name, "the figure leaves the page", page: index + 1)
      }
    }
  }

  /// Every picture of every chapter is on a sheet; pages for one sheet leave rows out on purpose.
  private var figures: [LintFault] {
    dashboard.chapters.filter { !$0.isSingle }.compactMap { chapter in
      let wanted = chapter.rows.map(\.count).reduce(0, +)
      let drawn = dashboard.sheets.filter { $0.id == chapter.id }.map(\.blocks.count).reduce(0, +)
      // A figure that is higher than a page has a part on each.
      return wanted <= drawn
        ? nil : fault("page “\(chapter.id)”", "\(drawn) of \(wanted) figures are drawn")
    }
  }

  private func missing(_ files: [Artifact]) -> [LintFault] {
    let formats = dashboard.reading.presentation.formats
    var faults: [LintFault] = []
    func need(_ isMet: Bool, _ file: String, _ words: String) {
      if !isMet { faults.append(fault(file, words)) }
    }
    if formats.contains(.pdf) {
      let file = files.first { $0.path == "dashboard.pdf" }
      need(file?.bytes.starts(with: Array("%PDF-".utf8)) ?? false, "dashboard.pdf", "it is missing")
    }
    if formats.contains(.png) {
      let count = files.count { $0.path.hasPrefix("png/") && $0.bytes.count > 100 }
      need(count == dashboard.sheets.count, "png", "\(count) of \(dashboard.sheets.count) pages")
    }
    if formats.contains(.html) {
      let file = files.first { $0.path == "dashboard.html" }
      let end = Array("</html>".utf8)
      let isWhole = file.map { $0.bytes.suffix(12).contains(end) } ?? false
      need(isWhole, "dashboard.html", "it is missing or not whole")
    }
    return faults
  }

  private func fault(_ place: String, _ text: String, page: Int? = nil) -> LintFault {
    LintFault(
      point: EmptyBlockRule().point,
      rule: "publication",
      isKnockOut: true,
      page: page,
      place: place,
      text: text
    )
  }
}

extension SceneItem {
  /// Whether anything of it can be seen.
  fileprivate var hasInk: Bool {
    switch self {
    case .group(let group): group.items.contains(where: \.hasInk)
    case .text(let run): !run.text.isEmpty
    case .path, .rectangle, .circle, .image: true
    case .dots(let points, _, _): !points.isEmpty
    case .link, .destination: false
    }
  }
}
