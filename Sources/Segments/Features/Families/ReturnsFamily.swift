/// What came back: `returns` counts orders with returned lines, `returnsShare` is their worth ÷ monetary.
///
/// More can come back than was bought within the export; the share stops at 1.
struct ReturnsFamily: FeatureFamily {
  let features = [
    Feature("returns", "orders", role: .refund) { history, _ in Double(history.returns) },
    Feature("returnsShare", "share") { history, _ in
      guard history.amount > .zero else { return nil }
      return min(1, history.returnAmount.value / history.amount.value)
    },
  ]
}
