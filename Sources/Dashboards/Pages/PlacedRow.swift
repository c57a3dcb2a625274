import Plots

/// Blocks that stand side by side on a page.
struct PlacedRow {
  var blocks: [PlacedBlock]

  /// As high as its highest block.
  var height: Double { blocks.map(\.scene.size.height).max() ?? 0 }

  /// How much higher the row can become.
  var growth: Double { max(0, (blocks.map(tallest).max() ?? 0) - height) }

  /// The row with every block that can be higher drawn down to the same line.
  func grown(by points: Double, _ style: Style) -> PlacedRow {
    let target = height + points
    let frame = BlockFrame(style: style)
    let feet = blocks.map { frame.foot(of: $0.picture) }
    // Charts of one kind stand on one line, whatever notes are below them.
    let isOfOneKind = Set(blocks.map(\.picture.panel)).count == 1
    let deepest = isOfOneKind ? feet.max() ?? 0 : nil
    var row = self
    for (place, block) in blocks.enumerated() {
      let plot = block.picture.plot.size.height
      let below = (deepest ?? feet[place]) - feet[place]
      let wanted = plot + target - block.scene.size.height - below
      guard let tallest = block.picture.tallest, let redrawn = block.picture.redrawn,
        wanted > plot + 0.5
      else { continue }
      let picture = redrawn(min(wanted, tallest))
      let scene = frame.scene(of: picture)
      // A title that wraps anew would push the row below away.
      guard scene.size.height <= target + 0.5 else { continue }
      (row.blocks[place].picture, row.blocks[place].scene) = (picture, scene)
    }
    return row
  }

  private func tallest(_ block: PlacedBlock) -> Double {
    guard let tallest = block.picture.tallest, block.picture.redrawn != nil else {
      return block.scene.size.height
    }
    return block.scene.size.height + max(0, tallest - block.picture.plot.size.height)
  }
}
