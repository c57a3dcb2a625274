import Tables

extension ShopSample {
  /// The platforms in whose shape the shop can be written.
  package static let platforms = Platform.all.map(\.name)

  /// The shop as a platform would export it, handed over in blocks of text; nothing for an unknown name.
  ///
  /// The columns are those the platform's table reads, and as many of its rare ones, left blank, as it takes
  /// to be recognized.
  package func write<Failure: Error>(
    asPlatform name: String,
    _ write: (String) throws(Failure) -> Void,
  ) throws(Failure) {
    guard let platform = Platform.named(name) else { return }
    var sample = self
    let sheet = PlatformSheet(platform)
    try write(sheet.line(sheet.header))
    var order = 1_000
    for number in 1...max(1, customerCount) {
      let customer = sample.nextCustomer(number)
      guard !platform.grain.isCustomers else {
        try write(sheet.line(sheet.cells(of: customer)))
        continue
      }
      for placed in customer.orders {
        order += 1
        let isGuest = quirks.contains(.guests) && sample.nextUniform() < 0.1
        let isReturned = quirks.contains(.returns) && sample.nextUniform() < 0.03
        let sold = SoldOrder(
          number: order,
          customer: isGuest ? nil : number,
          day: placed.day,
          second: placed.second,
          isReturned: isReturned,
          lines: sample.lines(of: placed.amount),
        )
        for cells in sheet.rows(of: sold) { try write(sheet.line(cells)) }
      }
    }
  }
}

/// One order of a made-up shop.
struct SoldOrder {
  var number: Int
  /// `nil` for a guest.
  var customer: Int?
  var day: Int32
  var second: Int32
  var isReturned: Bool
  var lines: [(sku: String, quantity: Int, price: String)]

  /// The worth of a line in cents.
  func cents(_ line: Int) -> Int {
    let digits = lines[line].price.filter { $0 != "." }
    return (Int(digits) ?? 0) * lines[line].quantity
  }

  var totalCents: Int { lines.indices.reduce(0) { $0 + cents($1) } }
}
