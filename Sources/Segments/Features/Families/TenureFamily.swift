/// `tenure`: calendar days from the first order to the as-of day.
struct TenureFamily: FeatureFamily {
  let features = [
    Feature("tenure", "days", role: .tenure) { history, shop in
      Double(shop.asOf - history.firstPurchase)
    }
  ]
}
