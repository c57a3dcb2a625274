/// When a customer orders: `weekendShare` of orders on Saturday or Sunday, `eveningShare` from 18:00 to 5:59.
///
/// Both by the shop's own clock, as written; the evening is known where any order tells the time of day.
struct CalendarFamily: FeatureFamily {
  let features = [
    Feature("weekendShare", "share") { history, _ in
      share(history.weekendOrders, of: history)
    },
    Feature("eveningShare", "share") { history, shop in
      shop.knowsHours ? share(history.eveningOrders, of: history) : nil
    },
  ]

  private static func share(_ some: Int, of history: CustomerHistory) -> Double? {
    history.orders > 0 ? Double(some) / Double(history.orders) : nil
  }
}
