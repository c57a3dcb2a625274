/// `firstOrderValue`: what the earliest order was worth; of several at one moment the smallest.
struct FirstOrderFamily: FeatureFamily {
  let features = [
    Feature("firstOrderValue", "currency") { history, _ in
      history.orders > 0 ? history.firstOrderValue.value : nil
    }
  ]
}
