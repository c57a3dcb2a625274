extension OrderShelves {
  /// What became of one shelf.
  struct Outcome: Sendable {
    var shelf: Int
    /// `nil` where all is as it was.
    var orders: [UInt8]?
    var sheet: HistorySheet
    var rows: Int
    var change: ShelfChange
  }
}

extension OrderShelves.Outcome {
  /// What becomes of a shelf when rows are joined; `nil` where its bytes are damaged.
  ///
  /// - Parameter sheet: that of the known rows, if it is at hand.
  init?(_ bytes: [UInt8], joining rows: ShelfRows, at shelf: Int, _ sheet: HistorySheet?) {
    let new = rows.sorted()
    var change = ShelfChange()
    if let sheet, let opened = OpenedShelf(bytes, joining: new, &change),
      let after = HistorySheet(opened, on: sheet)
    {
      self.init(
        shelf: shelf,
        orders: opened.newBytes,
        sheet: after,
        rows: opened.rowsAfter - opened.rowsBefore,
        change: change,
      )
      return
    }
    guard let known = ShelfRows(bytes) else { return nil }
    change = ShelfChange()
    let joined = known.joined(with: new, &change)
    self.init(joined, of: shelf, before: known.count, change)
  }

  init(_ rows: ShelfRows, of shelf: Int, before: Int, _ change: ShelfChange) {
    self.init(
      shelf: shelf,
      orders: rows.bytes,
      sheet: HistorySheet(rows),
      rows: rows.count - before,
      change: change,
    )
  }
}
