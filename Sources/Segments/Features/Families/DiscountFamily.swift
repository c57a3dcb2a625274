/// `discountShare`: what was taken off ÷ (monetary + what was taken off).
///
/// Known where the export has a column of discounts, taken as an amount of its line or order.
struct DiscountFamily: FeatureFamily {
  let features = [
    Feature("discountShare", "share") { history, _ in
      let before = history.amount + history.discount
      return before > .zero ? history.discount.value / before.value : nil
    }
  ]
}
