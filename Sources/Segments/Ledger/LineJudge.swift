import Tables

/// Says of each clean order line what it is: a purchase, a return, or no order at all.
struct LineJudge {
  private let amounts: AmountMeaning
  private let words: StatusWords
  private(set) var exchange: Exchange
  /// Stamps of changes after this day count as made on it; `nil` for no bound.
  var latestDay: Int32?
  private var meanings = WordMemory<StatusWords.Meaning>()
  private var tests = WordMemory<Bool>()
  private var cancellations = WordMemory<Bool>()

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
    let (worth, quantity) = (columns.worths[row], columns.quantities[row])
    let currency = columns.currency?.string(at: row) ?? ""
    let factor = exchange.factor(currency)
    let refunded = (columns.refund?.value(at: row) ?? 0).magnitude
    guard let amount = Micros(worth * factor), let items = Micros(quantity),
      let refund = Micros(refunded * factor)
    else { return .rejected(columns.worthRole, rule: "unreadable") }
    if let test = columns.test, isTest(test, at: row) { return .rejected(.test, rule: "test") }
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
    line.add(amount, items, isReturn: isReturn)
    if !isReturn, refund > .zero {
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
    return meanings.value(of: column[row]) { [words] in words.meaning(of: $0) }
  }

  private mutating func isTest(_ column: TextColumn, at row: Int) -> Bool {
    tests.value(of: column[row]) { [words] in words.isTest($0) }
  }

  /// A date or a yes says that the order was cancelled; a written no does not.
  private mutating func saysCancelled(_ column: TextColumn?, at row: Int) -> Bool {
    guard let column, !column.isMissing(at: row) else { return false }
    return cancellations.value(of: column[row]) { !Self.noes.contains($0.lowercased()) }
  }

  private static let noes = [
    "0", "false", "no", "nein", "non", "nee", "falso", "nao", "não",
  ]
}

/// What was found out about the words of a column, so that it is not found out for each row.
private struct WordMemory<Value: Sendable>: Sendable {
  private var last: ArraySlice<UInt8> = []
  private var lastValue: Value?
  private var known: [String: Value] = [:]

  /// What `find` says of a cell, now or before.
  mutating func value(of cell: ArraySlice<UInt8>, _ find: (String) -> Value) -> Value {
    if let lastValue, last == cell { return lastValue }
    let word = String(decoding: cell, as: UTF8.self)
    let value = known[word] ?? find(word)
    // A shop has a few words; a column of free text must not fill the memory.
    if known.count < 1_000 { known[word] = value }
    (last, lastValue) = (cell, value)
    return value
  }
}
