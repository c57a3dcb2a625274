import Tables

/// What one piece of a delivery holds: cleaned, judged and folded to orders apart from all other pieces.
struct HarvestPart: Sendable {
  let rowsKept: Int
  let rejected: RejectedPart
  let newestDay: Int32?
  let orders: FoldedOrders
  let loose: [LooseLine: Int32]
  let exchange: Exchange

  /// Takes in the lines of one table.
  init(_ table: RunTable, _ sifted: SiftedLines, match: SchemaMatch, judge: LineJudge) {
    var folding = LineFolding(table, sifted, match, judge)
    if let columns = LineColumns(table, match) { folding.fold(columns) }
    rowsKept = table.rows.rowCount - folding.rejects.part.count
    rejected = folding.rejects.part
    newestDay = folding.newestDay
    orders = folding.orders
    loose = folding.loose
    exchange = folding.judge.exchange
  }
}
