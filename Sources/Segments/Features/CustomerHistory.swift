/// One customer's purchases and returns.
struct CustomerHistory: Sendable {
  private(set) var amount = Micros.zero
  private(set) var items = Micros.zero
  private(set) var discount = Micros.zero
  private(set) var returns = 0
  private(set) var returnAmount = Micros.zero
  /// Earliest first once settled; of one moment the smaller first, so that nothing depends on the order of rows.
  private(set) var purchases: [Purchase] = []
  /// Ascending and each once, once settled.
  private var codes: [UInt32] = []

  /// When an order was placed and what it was worth.
  struct Purchase: Hashable, Sendable {
    var day: Int32
    var second: Int32
    var amount: Micros
  }

  var orders: Int { purchases.count }
  var firstPurchase: Int32 { purchases.first?.day ?? .max }
  var lastPurchase: Int32 { purchases.last?.day ?? .min }
  var products: Int { codes.count { ItemCodes.isProduct($0) } }
  var categories: Int { codes.count - products }

  mutating func add(_ row: OrderRow, bought: ItemCodes = .none) {
    if row.isPurchase {
      purchases.append(Purchase(day: row.day, second: row.second, amount: row.amount))
      amount += row.amount
      items += row.items
      discount += row.discount
      codes += bought.codes
    }
    if row.returnLines > 0 {
      returns += 1
      returnAmount += row.returnAmount
    }
  }

  /// Puts everything in order after the last row was added.
  mutating func settle() {
    purchases.sort { ($0.day, $0.second, $0.amount) < ($1.day, $1.second, $1.amount) }
    codes.sort()
    var last: UInt32?
    codes.removeAll { code in
      defer { last = code }
      return code == last
    }
  }

  /// Days from each day with an order to the next such day, ascending.
  ///
  /// Two orders of one day are one visit: a gap of no days says nothing about a customer's rhythm.
  var gaps: [Double] {
    zip(purchases, purchases.dropFirst())
      .map { Double($1.day - $0.day) }
      .filter { $0 > 0 }
      .sorted()
  }

  /// What was spent after one day, up to and with another.
  func spent(after start: Int32, upTo end: Int32) -> Micros {
    purchases.reduce(.zero) { $1.day > start && $1.day <= end ? $0 + $1.amount : $0 }
  }
}
