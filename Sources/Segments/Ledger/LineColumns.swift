import Tables

/// The columns of a batch of order lines, by role.
struct LineColumns {
  let customer, order, status, cancelled, test, currency, product, category: TextColumn?
  let date, updated: DateColumn?
  let amount, price, quantity, refund, discount: NumberColumn?

  init(_ table: Table, _ match: SchemaMatch) {
    func column(_ role: Role) -> Column? { match.roles[role].flatMap { table.column(named: $0) } }
    customer = column(.customer)?.texts
    order = column(.order)?.texts
    status = column(.status)?.texts
    cancelled = column(.cancelled)?.texts
    test = column(.test)?.texts
    currency = column(.currency)?.texts
    date = column(.date)?.dates
    updated = column(.updated)?.dates
    amount = column(.amount)?.numbers
    price = column(.price)?.numbers
    quantity = column(.quantity)?.numbers
    refund = column(.refund)?.numbers
    discount = column(.discount)?.numbers
    product = column(.product)?.texts
    category = column(.category)?.texts
  }

  /// The codes of what a line bought; none for a return.
  func bought(_ line: OrderRow, at row: Int) -> ItemCodes.Line {
    guard line.isPurchase else { return (nil, nil) }
    return (
      product.flatMap { ItemCodes.product($0[row]) },
      category.flatMap { ItemCodes.category($0[row]) }
    )
  }
}
