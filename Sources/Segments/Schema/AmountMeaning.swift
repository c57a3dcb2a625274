/// What a cell in the amount column is worth.
package enum AmountMeaning: String, Codable, Sendable, CaseIterable {
  /// This line; the lines of an order add up.
  case line
  /// The whole order; on further lines of the order it is blank or said again.
  case order
}
