/// One order, or one loose line, on a shelf; its keys and codes lie in the arrays of the shelf.
struct ShelfRow: Sendable {
  var customer: Range<Int32>
  /// Empty for a loose line.
  var order: Range<Int32>
  var codes: Range<Int32>
  var row: OrderRow
  var version: Version
  /// How often a loose line stands in a file; 0 for an order.
  var copies: Int32 = 0
  /// Which of the deliveries it comes from that are joined at once; not kept.
  var source: Int32 = 0
}

/// Where new rows come from.
struct RowOrigin: Sendable {
  /// That of the delivery; each order adds its own update stamp.
  var version: Version
  /// The place of the delivery among those that are joined at once.
  var source: Int32 = 0
}
