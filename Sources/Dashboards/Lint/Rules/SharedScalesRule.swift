import Plots

/// Small multiples share their scales.
struct SharedScalesRule: LintRule {
  let point = 16
  let name = "shared-scales"

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.figures.indices.flatMap { index -> [LintFault] in
        let charts = page.charts(of: index).filter { $0.family != nil }
        let families = Dictionary(grouping: charts) { $0.family ?? "" }
        return families.sorted { $0.key < $1.key }.compactMap { family, members in
          let odd = members.first { member in
            !isSame(member.x, members[0].x) || !isSame(member.y, members[0].y)
          }
          return odd.map {
            fault(page, index, $0.area, "the charts of “\(family)” have different scales")
          }
        }
      }
    }
  }

  private func isSame(_ one: AxisFact?, _ other: AxisFact?) -> Bool {
    one?.low == other?.low && one?.high == other?.high && one?.spread == other?.spread
  }
}
