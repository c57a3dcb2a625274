import Tables

/// The columns of a batch of order lines, by role.
///
/// The keys and the date have a cell for each run of lines, the others one for each line.
struct LineColumns {
  let table: RunTable
  let keys: KeyColumns
  let date: DateColumn
  let status, cancelled, test, currency, product, category, time: TextColumn?
  let updated: DateColumn?
  let refund, discount: NumberColumn?
  /// What says how much a line is worth.
  let worthRole: Role
  /// Whether nothing but the worth and the number of items says what a line is, and its run when it was.
  let isPlain: Bool
  /// What each line is worth as it is written, and how many items it is about.
  private(set) var worths: [Double]
  private(set) var quantities: [Double]

  /// The columns of a table; `nil` if it lacks what every line must have.
  init?(_ table: RunTable, _ match: SchemaMatch) {
    func head(_ role: Role) -> Column? {
      match.roles[role].flatMap { table.heads.column(named: $0) }
    }
    func column(_ role: Role) -> Column? {
      match.roles[role].flatMap { table.rows.column(named: $0) }
    }
    guard let customers = head(.customer)?.texts, let date = head(.date)?.dates else { return nil }
    self.table = table
    self.date = date
    keys = KeyColumns(customers: customers, orders: head(.order)?.texts)
    status = column(.status)?.texts
    cancelled = column(.cancelled)?.texts
    test = column(.test)?.texts
    currency = column(.currency)?.texts
    time = column(.time)?.texts
    updated = column(.updated)?.dates
    refund = column(.refund)?.numbers
    discount = column(.discount)?.numbers
    product = column(.product)?.texts
    category = column(.category)?.texts
    let amount = column(.amount)?.numbers
    worthRole = amount != nil ? .amount : .price
    isPlain =
      match.amounts == .line && status == nil && cancelled == nil && test == nil
      && currency == nil && refund == nil && discount == nil && time == nil && updated == nil
    quantities = Self.values(column(.quantity)?.numbers, orElse: 1, rows: table.rows.rowCount)
    worths = Self.values(column(.price)?.numbers, orElse: 0, rows: table.rows.rowCount)
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
    if column.isWhole { return column.values }
    var values = column.values
    for row in values.indices where column.states[row] != .value { values[row] = other }
    return values
  }

  /// The second of its day in which a line was ordered: that of its date, else of the column beside it.
  @inline(__always)
  func second(of run: Int, at row: Int) -> Int32 {
    let second = date.seconds[run]
    guard second == 0, let time else { return second }
    return DayTime.second(time.bytes, time.range(of: row)) ?? 0
  }

  /// The codes of what a line bought.
  @inline(__always)
  func bought(at row: Int) -> ItemCodes.Line {
    (
      product.flatMap { ItemCodes.product($0.bytes, $0.range(of: row)) },
      category.flatMap { ItemCodes.category($0.bytes, $0.range(of: row)) }
    )
  }
}
