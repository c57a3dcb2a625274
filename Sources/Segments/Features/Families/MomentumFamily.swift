/// Where a customer is heading.
///
/// `lastQuarterShare` is the share of monetary in the 90 days up to the as-of day. `growth` compares the later with
/// the earlier of two equal windows up to the as-of day, (later − earlier) ÷ (later + earlier): 1 all in the later, −1 all
/// in the earlier. A window is half of the days the orders span, at most 182; customers who came within the later window or
/// bought in neither have no growth, and no one has where the windows would be shorter than four weeks.
struct MomentumFamily: FeatureFamily {
  let features = [
    Feature("lastQuarterShare", "share") { history, shop in
      guard history.amount > .zero else { return nil }
      let late = history.spent(after: shop.asOf - 90, upTo: shop.asOf)
      return late.value / history.amount.value
    },
    Feature("growth", "balance") { history, shop in
      let window = min(182, (shop.asOf - shop.first + 1) / 2)
      guard window >= 28, history.firstPurchase <= shop.asOf - window else { return nil }
      let middle = shop.asOf - window
      let later = history.spent(after: middle, upTo: shop.asOf).value
      let earlier = history.spent(after: middle - window, upTo: middle).value
      return later + earlier > 0 ? (later - earlier) / (later + earlier) : nil
    },
  ]
}
