/// A customer's own rhythm, over days with an order.
///
/// `daysBetweenOrders` is the median gap (two days with orders needed), `daysBetweenOrdersSpread` the middle half
/// of the gaps, third less first quartile of type 7 (three days needed), `daysOverdue` = recency − median gap, and 0 for who
/// is not late.
struct RhythmFamily: FeatureFamily {
  let features = [
    Feature("daysBetweenOrders", "days") { history, _ in median(history.gaps) },
    Feature("daysBetweenOrdersSpread", "days") { history, _ in
      let gaps = Summary(sorted: history.gaps)
      return gaps.count >= 2 ? gaps.quantile(0.75) - gaps.quantile(0.25) : nil
    },
    Feature("daysOverdue", "days") { history, shop in
      median(history.gaps).map { max(0, Double(shop.asOf - history.lastPurchase) - $0) }
    },
  ]

  private static func median(_ gaps: [Double]) -> Double? {
    gaps.isEmpty ? nil : Summary(sorted: gaps).median
  }
}
