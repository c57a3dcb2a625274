/// Adds up the orders of one customer after another; its arrays are used again.
struct HistoryTally {
  /// When an order was placed and what it was worth.
  private struct Purchase {
    var day: Int32
    var second: Int32
    var amount: Micros
  }

  private var history = CustomerHistory()
  private var purchases: [Purchase] = []
  private var codes: [UInt32] = []
  private var gaps: [Int32] = []

  /// Begins another customer.
  mutating func begin() {
    history = CustomerHistory()
    purchases.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
  }

  /// Adds an order; what it holds is added apart.
  mutating func add(_ row: OrderRow, isLoose: Bool = false) {
    if row.isPurchase {
      purchases.append(Purchase(day: row.day, second: row.second, amount: row.amount))
      history.looseOrders += isLoose ? 1 : 0
      history.amount += row.amount
      history.items += row.items
      history.discount += row.discount
      history.weekendOrders += Self.isWeekend(row.day) ? 1 : 0
      history.eveningOrders += (6..<18).contains(row.second / 3_600) ? 0 : 1
    }
    if row.returnLines > 0 {
      history.returns += 1
      history.returnAmount += row.returnAmount
    }
  }

  /// Adds products and categories that were bought.
  mutating func add(codes some: ArraySlice<UInt32>) {
    for code in some { codes.append(code) }
  }

  /// The first day of 1970 was a Thursday.
  private static func isWeekend(_ day: Int32) -> Bool {
    let weekday = (Int(day) % 7 + 10) % 7
    return weekday >= 5
  }

  /// The customer's history, after the last order; days with an order and what was spent on them are appended to
  /// arrays of the caller, newest first.
  mutating func finish(_ days: inout [Int32], _ spent: inout [Int64]) -> CustomerHistory {
    history.orders = purchases.count
    countCodes()
    purchases.sort { $0.day > $1.day }
    let start = days.count
    gaps.removeAll(keepingCapacity: true)
    for purchase in purchases {
      if days.count > start, days[days.count - 1] == purchase.day {
        spent[spent.count - 1] = (Micros(raw: spent[spent.count - 1]) + purchase.amount).raw
        continue
      }
      if days.count > start { gaps.append(days[days.count - 1] - purchase.day) }
      days.append(purchase.day)
      spent.append(purchase.amount.raw)
    }
    history.firstOrderValue =
      purchases.min {
        ($0.day, $0.second, $0.amount) < ($1.day, $1.second, $1.amount)
      }?.amount ?? .zero
    gaps.sort()
    history.gaps = gaps.count
    history.medianGapQuarters = quarters(2)
    history.gapSpreadQuarters = quarters(3) - quarters(1)
    return history
  }

  /// Each code counts once.
  private mutating func countCodes() {
    codes.sort()
    var last: UInt32?
    for code in codes where code != last {
      last = code
      if ItemCodes.isProduct(code) { history.products += 1 } else { history.categories += 1 }
    }
  }

  /// The type 7 quantile of so many quarters, four times.
  private func quarters(_ share: Int) -> Int {
    guard let last = gaps.last else { return 0 }
    let (below, part) = (share * (gaps.count - 1)).quotientAndRemainder(dividingBy: 4)
    guard below + 1 < gaps.count else { return 4 * Int(last) }
    return 4 * Int(gaps[below]) + part * Int(gaps[below + 1] - gaps[below])
  }
}

extension CustomerHistory {
  /// What some orders of one customer add up to.
  init(_ rows: [OrderRow]) {
    var tally = HistoryTally()
    for row in rows { tally.add(row) }
    var (days, spent): ([Int32], [Int64]) = ([], [])
    self = tally.finish(&days, &spent)
    (self.days, self.spent) = (days[...], spent[...])
  }
}
