/// What a column of an export means to a shop.
package enum Role: String, Codable, Sendable, CaseIterable, Hashable {
  // Who and when.
  case customer, order, date, time, updated
  // Of an order or one of its lines.
  case amount, price, quantity, discount, refund, status, cancelled, test, currency, product,
    category
  // Of a customer, in customer tables.
  case spend, visits, clicks, orders, items, recency, tenure, averageOrderValue, age

  /// Roles that describe how a customer behaves; where at least two are known, they are what is clustered.
  package static let behavior: Set<Role> = [.spend, .visits, .orders, .items, .recency, .discount]

  /// Roles in which a row of an order file may be told apart from a row of a customer file.
  package static let transactional: Set<Role> = [.order, .date, .amount, .price, .quantity]

  /// Roles whose columns hold money.
  static let money: Set<Role> = [.amount, .price, .discount, .refund, .spend, .averageOrderValue]

  /// What the cells of a column with this role must be.
  enum Content {
    case text, date, time, number
  }

  var content: Content {
    switch self {
    case .customer, .order, .status, .cancelled, .test, .currency, .product, .category:
      .text
    case .date, .updated:
      .date
    case .time:
      .time
    case .amount, .price, .quantity, .discount, .refund, .spend, .visits, .clicks, .orders, .items,
      .recency, .tenure, .averageOrderValue, .age:
      .number
    }
  }
}

// Tables by role are then written with sorted keys, and not in the order of the day.
extension Role: CodingKeyRepresentable {}
