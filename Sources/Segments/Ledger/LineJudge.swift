import Tables

/// Says of each clean order line what it is: a purchase, a return, or no order at all.
struct LineJudge {
  private let amounts: AmountMeaning
  private let words: StatusWords
  private(set) var exchange: Exchange
  private var meanings: [String: StatusWords.Meaning] = [:]

  /// What becomes of a line.
  enum Verdict {
    case kept(OrderRow)
    case rejected(Role, rule: String)
  }

  init(match: SchemaMatch, exchange: Exchange) {
    amounts = match.amounts
    words = match.words
    self.exchange = exchange
  }

  /// The worth of a line, in the one currency of the dataset; its day is not looked at.
  mutating func verdict(on row: Int, _ columns: LineColumns, isCancelled: Bool) -> Verdict {
    let quantity = columns.quantity?.value(at: row) ?? 1
    let price = columns.price?.value(at: row)
    let worth = columns.amount?.value(at: row) ?? price.map { $0 * quantity } ?? 0
    let currency = columns.currency?.string(at: row) ?? ""
    let factor = exchange.factor(currency)
    let refunded = (columns.refund?.value(at: row) ?? 0).magnitude
    guard let amount = Micros(worth * factor), let items = Micros(quantity),
      let refund = Micros(refunded * factor)
    else { return .rejected(columns.amount == nil ? .price : .amount, rule: "unreadable") }
    if let test = columns.test, words.isTest(test.string(at: row)) {
      return .rejected(.test, rule: "test")
    }
    let meaning = meaning(of: columns.status, at: row)
    let isReturn =
      worth < 0 || (amounts == .line && quantity < 0) || isCancelled
      || meaning == .returned || saysCancelled(columns.cancelled, at: row)
      || (refund.raw > 0 && refund.raw >= amount.raw)
    if !isReturn, meaning == .unpaid { return .rejected(.status, rule: "unpaid") }
    exchange.use(currency)
    var line = Self.row(amount, items, refund: refund, isReturn: isReturn)
    if !isReturn {
      // Some platforms write what was taken off as a negative number.
      let discount = (columns.discount?.value(at: row) ?? 0).magnitude
      line.discount = Micros(discount * factor) ?? .zero
    }
    return .kept(line)
  }

  /// A part that was refunded stands beside the whole that was bought.
  private static func row(
    _ amount: Micros,
    _ items: Micros,
    refund: Micros,
    isReturn: Bool,
  ) -> OrderRow {
    var line = OrderRow(day: 0, second: 0)
    if isReturn {
      line.returnAmount = amount.magnitude
      line.returnLines = 1
      return line
    }
    line.amount = amount
    line.items = max(items, .zero)
    line.lines = 1
    if refund > .zero {
      line.returnAmount = refund
      line.returnLines = 1
    }
    return line
  }

  private mutating func meaning(
    of column: TextColumn?,
    at row: Int,
  ) -> StatusWords.Meaning {
    guard let column, !column.isMissing(at: row) else { return .purchase }
    let status = column.string(at: row)
    if let known = meanings[status] { return known }
    let meaning = words.meaning(of: status)
    // A shop has a few statuses; a column of free text must not fill the memory.
    if meanings.count < 1_000 { meanings[status] = meaning }
    return meaning
  }

  /// A date or a yes says that the order was cancelled; a written no does not.
  private func saysCancelled(_ column: TextColumn?, at row: Int) -> Bool {
    guard let column, !column.isMissing(at: row) else { return false }
    let word = column.string(at: row).lowercased()
    return !["0", "false", "no", "nein", "non", "nee", "falso", "nao", "não"].contains(word)
  }
}
