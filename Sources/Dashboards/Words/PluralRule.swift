/// Which form of a text goes with a count, as the language has them.
///
/// The names follow Unicode's plural categories, so that a translator can look them up.
enum PluralRule: String, Sendable, CaseIterable {
  /// 1 customer, 2 customers.
  case oneOther = "one-other"
  /// As above, but whole millions have a form of their own: `1.000.000 de clientes`.
  case oneManyOther = "one-many-other"

  /// The ending of the key for a count: `one`, `many` or `other`.
  func form(of count: Int) -> String {
    if count == 1 { return "one" }
    return self == .oneManyOther && count != 0 && count.isMultiple(of: 1_000_000)
      ? "many" : "other"
  }
}
