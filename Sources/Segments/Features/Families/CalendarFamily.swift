/// When a customer orders: `weekendShare` of orders on Saturday or Sunday, `eveningShare` from 18:00 to 5:59.
///
/// Both by the shop's own clock, as written; the evening is known where any order tells the time of day.
struct CalendarFamily: FeatureFamily {
  let features = [
    Feature("weekendShare", "share") { history, _ in
      share(of: history) { isWeekend($0.day) }
    },
    Feature("eveningShare", "share") { history, shop in
      shop.knowsHours ? share(of: history) { !(6..<18).contains($0.second / 3_600) } : nil
    },
  ]

  private static func share(
    of history: CustomerHistory,
    where matches: (CustomerHistory.Purchase) -> Bool,
  ) -> Double? {
    guard history.orders > 0 else { return nil }
    return Double(history.purchases.count(where: matches)) / Double(history.orders)
  }

  /// The first day of 1970 was a Thursday.
  private static func isWeekend(_ day: Int32) -> Bool {
    let weekday = (Int(day) % 7 + 10) % 7
    return weekday >= 5
  }
}
