/// How far each row's k-th nearest row is, and which rows are that near.
struct CoreNeighbors: Sendable {
  /// Only this many neighbors of a row are kept: they are a shortcut, nothing depends on them.
  static let listLimit = 32

  /// The squared core distance of each tree row.
  let squares: [Double]
  /// Places kept for each row's neighbors; the row itself is among them.
  let width: Int
  /// Tree rows within the core distance of each row, in no particular order.
  let lists: [Int32]

  /// Searches the tree once per row; a row counts as its own first neighbor.
  init(of tree: KDTree, rank: Int) {
    let rows = tree.positions.count
    let rank = min(rank, rows)
    let width = min(rank, Self.listLimit)
    let pieces = Parallel.map((rows + Self.block - 1) / Self.block) { block in
      var search = RankedSearch(tree: tree, rank: rank, width: width)
      for row in block * Self.block..<min(rows, (block + 1) * Self.block) { search.append(row) }
      return search.found
    }
    var squares: [Double] = []
    var lists: [Int32] = []
    squares.reserveCapacity(rows)
    lists.reserveCapacity(rows * width)
    for piece in pieces {
      squares += piece.squares
      lists += piece.rows
    }
    self.lists = lists
    self.squares = squares
    self.width = width
  }

  private static let block = 512
}
