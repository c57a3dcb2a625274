/// `monetary`: the sum of all orders, before returns.
struct MonetaryFamily: FeatureFamily {
  let features = [
    Feature("monetary", "currency", role: .spend) { history, _ in history.amount.value }
  ]
}
