/// How wide a customer buys: distinct `products` and `categories`; known where the export has such columns.
struct VarietyFamily: FeatureFamily {
  let features = [
    Feature("products", "products") { history, _ in
      history.products > 0 ? Double(history.products) : nil
    },
    Feature("categories", "categories") { history, _ in
      history.categories > 0 ? Double(history.categories) : nil
    },
  ]
}
