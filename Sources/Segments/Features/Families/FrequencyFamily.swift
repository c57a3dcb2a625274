/// `frequency`: the number of orders, returns not counted.
struct FrequencyFamily: FeatureFamily {
  let features = [
    Feature("frequency", "orders", role: .orders) { history, _ in Double(history.orders) }
  ]
}
