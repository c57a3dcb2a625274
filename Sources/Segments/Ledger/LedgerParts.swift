/// Parts of a kept ledger that are needed together.
package enum LedgerParts: Sendable, Equatable {
  /// The head and the customers of customer tables: what every use of a ledger begins with.
  case opening
  /// What the orders of each customer add up to: what features are made of.
  case sheets
  case named([String])
  case all
}
