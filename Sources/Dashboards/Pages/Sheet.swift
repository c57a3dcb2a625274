import Plots

/// One page of paper: which part of the dashboard it is and what lies where.
struct Sheet {
  /// The page of the template it belongs to.
  let id: String
  /// The part of the dashboard, for the running header and the outline.
  let section: String
  /// The message of the page.
  let title: String
  /// Whether the page goes on from the sheet before.
  let isContinued: Bool
  var blocks: [PlacedBlock]
  /// The names of the segments, for blocks that have room for their letters only, and how blocks are read.
  var key: Scene?
}
