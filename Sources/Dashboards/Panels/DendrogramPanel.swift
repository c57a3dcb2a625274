import Plots
import Segments

/// The last merges of Ward's tree: how groups nest, and where it is cut for our number of them.
struct DendrogramPanel: Panel {
  static let id = "dendrogram"
  private static let leastPitch = 10.0
  private static let around = 44.0

  /// How many leaves a page has room for; their numbers must stay readable.
  private static func leaves(within limit: Double?) -> Int {
    limit.map { max(8, Int(($0 - around) / leastPitch)) } ?? .max
  }

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let full = reading.report.curves.dendrogram else {
      return .absent(reading.words("absent.dendrogram"))
    }
    let tree = full.shortened(to: Self.leaves(within: subject.limit))
    guard let cut = TreeCut(tree, reading) else {
      return .absent(reading.words("absent.dendrogram"))
    }
    let words = reading.words
    let leaves = tree.leafCounts
    let groups = words.counted(cut.parts.count, "method.groups", reading.format)
    var marks: [any Mark] = [
      TreeMark(
        leafCount: leaves.count,
        joins: tree.merges.map { .init(left: $0.left, right: $0.right, height: $0.height) },
        paints: cut.paints
      )
    ]
    if let height = cut.height { marks.append(RuleMark(.x, height, label: groups)) }
    let plot = Plot(
      x: .linear(words("tree.axis"), includesZero: true, cover: .whole),
      y: .band(leaves.map { BandLabel(reading.cell($0)) }),
      marks: marks
    )
    let pitch = leaves.count > 16 ? Self.leastPitch : 13
    let least = Self.around + pitch * Double(leaves.count)
    let size = Size(subject.width, subject.height(from: least, to: least * 1.5))
    var picture = Picture(plot: plot.scene(size: size, style: reading.style.plot))
    picture.tallest = least * 1.5
    describe(tree, cut, reading, &picture)
    // The numbers of all merges, those too that are not drawn.
    picture.table = table(of: full, reading)
    return .picture(picture)
  }

  private func describe(
    _ tree: SegmentReport.Dendrogram,
    _ cut: TreeCut,
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let words = reading.words
    let format = reading.format
    let k = words.small(cut.parts.count, format)
    if let step = cut.step, step >= 1.05 {
      picture.title =
        words(
          "tree.title",
          ["k": k, "share": format.percent(step - 1)]
        ).capitalizedFirst
    } else {
      picture.title = words("tree.title.plain")
    }
    let n = tree.leafCounts.reduce(0, +)
    picture.descriptor = words(
      "tree.desc",
      ["n": format.integer(tree.merges.count), "customers": format.integer(n)]
    )
    picture.notes = [words(cut.isColored ? "tree.note.colored" : "tree.note", ["k": k])]
    picture.summary = words(
      "tree.summary",
      ["k": k, "list": words.list(cut.counts.map(reading.cell))]
    )
  }

  private func table(of tree: SegmentReport.Dendrogram, _ reading: Reading) -> DataTable {
    let (words, format) = (reading.words, reading.format)
    return DataTable(
      [words("tree.axis"), words("kpi.customers"), words("tree.left"), words("tree.right")],
      tree.merges.reversed().map { merge in
        [
          format.number(merge.height), reading.cell(merge.count),
          reading.cell(TreeCut.count(of: merge.left, in: tree)),
          reading.cell(TreeCut.count(of: merge.right, in: tree)),
        ]
      }
    )
  }
}
