/// Says where the evidence is thin, so that nobody reads more into a page than the data can bear.
struct EvidenceFindings {
  typealias Finding = SegmentReport.Finding

  let table: FeatureTable
  let histories: CustomerHistories?
  let recipe: Recipe
  let outliers: Outliers?

  /// Fewer customers than this: segments are a hint.
  static let fewCustomers = 200
  /// Orders over fewer days than this cannot show who has lapsed.
  static let shortHistoryDays = 180
  /// Where fewer than this share ordered twice, frequency hardly tells customers apart.
  static let fewRepeats = 0.05

  func findings() -> [Finding] {
    [customers(), history(), repeats(), named(), outlying()].compactMap(\.self)
  }

  private func customers() -> Finding? {
    let count = table.customers.count
    guard count < Self.fewCustomers else { return nil }
    let limit = count < Choice.fewestCustomers ? Choice.fewestCustomers : Self.fewCustomers
    return Finding(
      count < Choice.fewestCustomers ? "too-few-customers" : "few-customers",
      ["customers": Double(count), "limit": Double(limit)],
      text: count < Choice.fewestCustomers
        ? "There are \(count) customers; below \(limit) no segments are made."
        : "There are \(count) customers; below \(limit) segments are a hint, not a finding.",
    )
  }

  private func history() -> Finding? {
    guard let days = histories?.days, histories?.asOf != nil else { return nil }
    let span = Int(days.asOf - days.first) + 1
    guard span < Self.shortHistoryDays else { return nil }
    return Finding(
      "short-history",
      ["days": Double(span), "limit": Double(Self.shortHistoryDays)],
      text:
        "The orders span \(span) days; below \(Self.shortHistoryDays) it cannot be seen who has "
        + "lapsed.",
    )
  }

  private func repeats() -> Finding? {
    guard histories != nil, let orders = table.feature(named: "frequency")?.present,
      orders.count >= Choice.fewestCustomers
    else { return nil }
    let share = Double(orders.count { $0 > 1 }) / Double(orders.count)
    guard share < Self.fewRepeats else { return nil }
    return Finding(
      "few-repeats",
      ["share": share, "limit": Self.fewRepeats],
      text: "Only \(Int((share * 100).rounded()))% of customers ordered more than once, so the "
        + "number of orders hardly tells them apart.",
    )
  }

  private func named() -> Finding? {
    guard recipe.naming == .rfm, RFMScores(table) == nil else { return nil }
    return Finding(
      "rfm-not-possible",
      text: "The named groups were asked for, but recency, orders and spend are not all known of "
        + "every customer; customers were clustered instead.",
    )
  }

  private func outlying() -> Finding? {
    guard let outliers, outliers.treatment != .keep else { return nil }
    let count = outliers.found.count
    let share = Double(count) / Double(max(1, dropped(count) + table.customers.count))
    return Finding(
      outliers.treatment == .drop ? "outliers-dropped" : "outliers-winsorized",
      ["customers": Double(count), "share": share],
      text: outliers.treatment == .drop
        ? "\(count) customers lie far from everybody else and were left out; rejected.csv lists them."
        : "\(count) customers lie far from everybody else; the clustering saw their far values as "
          + "the nearest ordinary ones.",
    )
  }

  private func dropped(_ count: Int) -> Int { outliers?.treatment == .drop ? count : 0 }
}
