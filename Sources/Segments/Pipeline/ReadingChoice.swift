import Tables

/// What the owner said about how a file is meant; what is `nil` is found out.
package struct ReadingChoice: Codable, Sendable, Equatable {
  /// One of `platformNames`; `generic` looks at headers one by one.
  package var platform: String?
  /// The order of dates with the year last.
  package var dates: DateOrderChoice?
  /// Whether the amount column speaks of the line or of the whole order.
  package var amounts: AmountMeaning?
  /// How amounts in other currencies are converted.
  package var currency: CurrencyChoice?
  /// How the bytes are written.
  package var dialect: DialectChoice?

  /// The platforms that the configuration may name.
  package static let platformNames = Platform.names

  package init() {}
}

/// The order of year, month and day in dates.
package enum DateOrderChoice: String, Codable, Sendable, CaseIterable {
  case ymd, dmy, mdy

  var order: DateOrder {
    switch self {
    case .ymd: .ymd
    case .dmy: .dmy
    case .mdy: .mdy
    }
  }
}

/// The one currency all amounts are brought to, and what the others are worth in it.
package struct CurrencyChoice: Codable, Sendable, Equatable {
  /// A code such as `EUR`.
  package var base: String
  /// Code to the worth of one unit in the base currency.
  package var rates: [String: Double]

  package init(base: String, rates: [String: Double] = [:]) {
    self.base = base
    self.rates = rates
  }
}
