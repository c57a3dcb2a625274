/// `recency`: calendar days from the last order to the as-of day, as written in the export.
struct RecencyFamily: FeatureFamily {
  let features = [
    Feature("recency", "days", role: .recency) { history, shop in
      Double(shop.asOf - history.lastPurchase)
    }
  ]
}
