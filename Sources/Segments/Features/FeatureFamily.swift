/// A family of features of order files: what a customer's history says under one heading.
///
/// A feature depends on nothing but the history and the shop's own days, so that it is the same for any order of
/// rows and files. A value that a customer cannot have (a rhythm after one order) is `nil`, never a guess.
protocol FeatureFamily: Sendable {
  /// The features, in the order of their columns.
  var features: [Feature] { get }
}

/// How one feature is worked out.
struct Feature: Sendable {
  /// Unique; split at its capitals it reads as words.
  var name: String
  /// `days`, `orders`, `items`, `products`, `categories`, `currency`, `share` (1 is all) or `balance` (−1 … 1).
  var unit: String
  var role: Role?
  var value: @Sendable (CustomerHistory, ShopDays) -> Double?

  init(
    _ name: String,
    _ unit: String,
    role: Role? = nil,
    value: @escaping @Sendable (CustomerHistory, ShopDays) -> Double?,
  ) {
    self.name = name
    self.unit = unit
    self.role = role
    self.value = value
  }
}

/// The first and the last day the orders of a shop speak of, and whether they tell the hour.
struct ShopDays: Sendable, Equatable {
  var first: Int32
  var asOf: Int32
  var knowsHours: Bool
}

/// All families, in the order of their columns; at most 24 features together (CONTRACT).
enum FeatureFamilies {
  static let all: [any FeatureFamily] = [
    RecencyFamily(), FrequencyFamily(), MonetaryFamily(), BasketFamily(), TenureFamily(),
    ReturnsFamily(), RhythmFamily(), DiscountFamily(), VarietyFamily(), FirstOrderFamily(),
    CalendarFamily(), MomentumFamily(),
  ]

  static let features: [Feature] = all.flatMap(\.features)

  /// Features that are shown even where they do not differ: they are what every shop asks for.
  static let always: Set<String> = [
    "recency", "frequency", "monetary", "averageOrderValue", "items", "tenure", "returns",
  ]

  /// Features that say in other words how long ago somebody ordered; no news beside recency.
  static let restatingRecency: Set<String> = ["daysOverdue", "lastQuarterShare", "growth"]
}
