/// What an order looks like: `averageOrderValue` = monetary ÷ orders, `items` in all, `basketSize` = items ÷ orders.
struct BasketFamily: FeatureFamily {
  let features = [
    Feature("averageOrderValue", "currency", role: .averageOrderValue) { history, _ in
      history.amount.value / Double(history.orders)
    },
    Feature("items", "items", role: .items) { history, _ in history.items.value },
    Feature("basketSize", "items") { history, _ in history.items.value / Double(history.orders) },
  ]
}
