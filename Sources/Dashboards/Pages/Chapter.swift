/// One page of a template filled with pictures, before it is cut into sheets of paper.
struct Chapter {
  let id: String
  let section: String
  let title: String
  /// Whether rows before the last are left out on paper until all fits on one sheet.
  let isSingle: Bool
  /// Rows of blocks, each with the columns it takes.
  var rows: [[(columns: Int, picture: Picture)]]
}
