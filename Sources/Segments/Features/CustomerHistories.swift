import Tables

/// What each customer bought and brought back, over all orders of a ledger.
struct CustomerHistories {
  /// The newest day of any kept order, or `nil` without dated orders.
  private(set) var asOf: Int32?
  private(set) var firstDay: Int32?
  private var knowsHours = false
  /// Customers with at least one purchase, by key.
  let buyers: [Buyer]
  /// Distinct paid orders; an order number that two customers share is one order.
  let orders: Int
  let amount: Micros
  let returns: SegmentReport.Returns?
  private let sheets: [HistorySheet]
  /// Customers with at least one purchase, sheet by sheet.
  private let unsorted: [Buyer]

  /// Counts recency and tenure to this day, unless there are newer orders.
  mutating func look(from day: Int32) {
    asOf = asOf.map { max($0, day) }
  }

  /// The histories of a ledger of orders, or `nil` for one of customers.
  static func found(in ledger: Ledger) -> CustomerHistories? {
    guard let schema = ledger.schema, !schema.grain.isCustomers else { return nil }
    return CustomerHistories(ledger)
  }

  /// The sheets of all shelves must be at hand.
  init(_ ledger: Ledger) {
    let sheets = ledger.shelves.sheets.compactMap(\.self)
    precondition(sheets.count == ledger.shelves.plan.count, "a sheet of the ledger is not at hand")
    let parts = Self.parts(of: sheets) { HistorySums(sheets, $0) }
    var sums = HistorySums()
    for part in parts { sums.add(part) }
    (asOf, firstDay) = (sums.period?.upperBound, sums.period?.lowerBound)
    (knowsHours, amount) = (sums.knowsHours, sums.amount)
    orders = ledger.shelves.numberCount + sums.looseOrders
    returns =
      sums.returners == 0
      ? nil
      : .init(
        orders: sums.returns,
        amount: sums.returnAmount.value,
        customers: sums.returners,
      )
    unsorted = sums.buyers
    buyers = unsorted.sorted { $0.stands(before: $1, in: sheets) }
    self.sheets = sheets
  }

  /// The days the features are worked out against.
  var days: ShopDays {
    ShopDays(first: firstDay ?? 0, asOf: asOf ?? 0, knowsHours: knowsHours)
  }

  /// The keys of all customers with a purchase, in order.
  ///
  /// Each sheet is taken in hand once: once for every customer would take longer than reading the keys.
  var keys: [Key] {
    let sheets = sheets
    var keys: [Key] = []
    keys.reserveCapacity(unsorted.count)
    var (sheet, place) = (HistorySheet(), -1)
    for buyer in unsorted {
      if buyer.sheet != place { (sheet, place) = (sheets[buyer.sheet], buyer.sheet) }
      keys.append(sheet.key(buyer.customer))
    }
    return buyers.map { keys[$0.number] }
  }

  /// A customer's history.
  func history(of buyer: Buyer) -> CustomerHistory {
    sheets[buyer.sheet].history(buyer.customer)
  }

  /// What numbers some features have, each of all customers in the order of their keys.
  ///
  /// Histories are gone through as they lie, because they fill more memory than caches hold, and the numbers are
  /// put in order.
  func values(of features: [Feature]) -> [[Double?]] {
    let (sheets, days) = (sheets, days)
    let parts = Self.parts(of: sheets) { range in
      var values = [[Double?]](repeating: [], count: features.count)
      for sheet in sheets[range] {
        for customer in 0..<sheet.count {
          let history = sheet.history(customer)
          guard history.orders > 0 else { continue }
          for (place, feature) in features.enumerated() {
            values[place].append(feature.value(history, days))
          }
        }
      }
      return values
    }
    let buyers = buyers
    return Parallel.map(features.count, work: buyers.count * 512) { place in
      var values: [Double?] = []
      values.reserveCapacity(buyers.count)
      for part in parts { values += part[place] }
      let unsorted = values
      return buyers.map { unsorted[$0.number] }
    }
  }

  /// What comes of some sheets after others, worked out on all cores.
  private static func parts<Part: Sendable>(
    of sheets: [HistorySheet],
    _ body: @Sendable (Range<Int>) -> Part,
  ) -> [Part] {
    let block = 64
    return Parallel.map((sheets.count + block - 1) / block, work: .max) { number in
      body(number * block..<min(sheets.count, (number + 1) * block))
    }
  }
}
