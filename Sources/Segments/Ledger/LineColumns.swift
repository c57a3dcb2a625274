import Tables

/// The columns of a batch of order lines, by role.
struct LineColumns {
  let customer, order, status, cancelled, test, currency, product, category, time: TextColumn?
  let date, updated: DateColumn?
  let refund, discount: NumberColumn?
  let hasAmount: Bool
  /// Whether nothing but the worth and the number of items says what a line is.
  let isPlain: Bool
  /// What each line is worth as it is written, and how many items it is about.
  private(set) var worths: [Double]
  private(set) var quantities: [Double]

  init(_ table: Table, _ match: SchemaMatch) {
    func column(_ role: Role) -> Column? { match.roles[role].flatMap { table.column(named: $0) } }
    customer = column(.customer)?.texts
    order = column(.order)?.texts
    status = column(.status)?.texts
    cancelled = column(.cancelled)?.texts
    test = column(.test)?.texts
    currency = column(.currency)?.texts
    date = column(.date)?.dates
    time = column(.time)?.texts
    updated = column(.updated)?.dates
    refund = column(.refund)?.numbers
    discount = column(.discount)?.numbers
    product = column(.product)?.texts
    category = column(.category)?.texts
    let amount = column(.amount)?.numbers
    hasAmount = amount != nil
    isPlain =
      status == nil && cancelled == nil && test == nil && currency == nil && refund == nil
      && discount == nil
    quantities = Self.values(column(.quantity)?.numbers, orElse: 1, rows: table.rowCount)
    worths = Self.values(column(.price)?.numbers, orElse: 0, rows: table.rowCount)
    for row in worths.indices { worths[row] *= quantities[row] }
    if let amount {
      for row in worths.indices where amount.states[row] == .value {
        worths[row] = amount.values[row]
      }
    }
  }

  /// The numbers of a column, and another number where a cell holds none.
  private static func values(_ column: NumberColumn?, orElse other: Double, rows: Int) -> [Double] {
    guard let column else { return Array(repeating: other, count: rows) }
    var values = column.values
    for row in values.indices where column.states[row] != .value { values[row] = other }
    return values
  }

  /// The second of its day in which a line was ordered: that of its date, else of the column beside it.
  @inline(__always)
  func second(_ dates: DateColumn, at row: Int) -> Int32 {
    let second = dates.seconds[row]
    guard second == 0, let time else { return second }
    return DayTime.second(time.bytes, time.range(of: row)) ?? 0
  }

  /// The codes of what a line bought; none for a return.
  @inline(__always)
  func bought(_ line: OrderRow, at row: Int) -> ItemCodes.Line {
    guard line.isPurchase else { return (nil, nil) }
    return (
      product.flatMap { ItemCodes.product($0.bytes, $0.range(of: row)) },
      category.flatMap { ItemCodes.category($0.bytes, $0.range(of: row)) }
    )
  }
}
