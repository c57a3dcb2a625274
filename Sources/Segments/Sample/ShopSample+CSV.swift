import RealModule
import Tables

extension ShopSample {
  /// The shop's customers, one row each, handed over in blocks of text.
  package func writeCustomers<Failure: Error>(
    _ write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var sample = self
    try write("customer_id,visits,orders,total_spent,discounts,days_since_last_order\n")
    for number in 1...max(1, customerCount) {
      let customer = sample.nextCustomer(number)
      let last = customer.orders.map(\.day).max() ?? Self.lastDay
      let spend = Self.cents(customer.orders.reduce(0) { $0 + $1.amount })
      var cells = [
        Self.customerID(number), "\(customer.visits)", "\(customer.orders.count)",
        Self.money(spend), Self.money(customer.discounts), "\(Self.lastDay - last + 1)",
      ]
      if quirks.contains(.dirt) { sample.soil(&cells) }
      try write(cells.joined(separator: ",") + "\n")
    }
  }

  /// The shop's order lines, handed over in blocks of text.
  package func writeOrders<Failure: Error>(
    _ write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var sample = self
    try write("order_id,order_date,customer_id,sku,quantity,unit_price\n")
    var order = 100_000
    for number in 1...max(1, customerCount) {
      let customer = sample.nextCustomer(number)
      for placed in customer.orders {
        order += 1
        let lines = sample.lines(of: placed.amount)
        let isGuest = quirks.contains(.guests) && sample.nextUniform() < 0.1
        let buyer = isGuest ? "" : Self.customerID(number)
        let stamp = CivilDay(placed.day).text + " " + Self.time(placed.second)
        let isReturned = quirks.contains(.returns) && sample.nextUniform() < 0.03
        for line in lines {
          try write("\(order),\(stamp),\(buyer),\(line.sku),\(line.quantity),\(line.price)\n")
          if isReturned {
            try write("C\(order),\(stamp),\(buyer),\(line.sku),-\(line.quantity),\(line.price)\n")
          }
        }
      }
    }
  }

  mutating func lines(
    of amount: Double
  ) -> [(sku: String, quantity: Int, price: String)] {
    let count = 1 + Int(nextUniform() * 3)
    return (0..<count).map { _ in
      let quantity = 1 + Int(nextUniform() * 3)
      let price = max(0.5, amount / Double(count * quantity))
      return ("SKU-\(1_000 + Int(nextUniform() * 80))", quantity, Self.money(Self.cents(price)))
    }
  }

  /// One cell of a row in a hundred is missing, negative or zero.
  private mutating func soil(_ cells: inout [String]) {
    guard nextUniform() < 0.01 else { return }
    let place = 1 + Int(nextUniform() * Double(cells.count - 1))
    let kind = nextUniform()
    cells[place] = kind < 0.6 ? "" : kind < 0.8 ? "-" + cells[place] : "0"
  }

  /// Six digits or, beyond a million customers, more.
  static func customerID(_ number: Int) -> String {
    let digits = String(number)
    return "K" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  private static func money(_ amount: Double) -> String {
    let cents = Int((amount * 100).rounded())
    let rest = String(100 + cents % 100).dropFirst()
    return "\(cents / 100).\(rest)"
  }

  private static func time(_ second: Int32) -> String {
    func two(_ number: Int32) -> String { String(String(100 + number).dropFirst()) }
    return "\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))"
  }
}
