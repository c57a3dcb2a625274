/// A customer's own rhythm, over days with an order.
///
/// `daysBetweenOrders` is the median gap (two days with orders needed), `daysBetweenOrdersSpread` the middle half
/// of the gaps, third less first quartile of type 7 (three days needed), `daysOverdue` = recency − median gap, and 0 for who
/// is not late.
struct RhythmFamily: FeatureFamily {
  let features = [
    Feature("daysBetweenOrders", "days") { history, _ in history.medianGap },
    Feature("daysBetweenOrdersSpread", "days") { history, _ in history.gapSpread },
    Feature("daysOverdue", "days") { history, shop in
      history.medianGap.map { max(0, Double(shop.asOf - history.lastPurchase) - $0) }
    },
  ]
}
