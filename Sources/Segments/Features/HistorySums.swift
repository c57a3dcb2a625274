/// What the histories of many customers add up to, and who of them has bought.
struct HistorySums: Sendable {
  /// The days that any order speaks of, from the oldest to the newest.
  private(set) var period: ClosedRange<Int32>?
  private(set) var knowsHours = false
  private(set) var buyers: [Buyer] = []
  private(set) var looseOrders = 0
  private(set) var amount = Micros.zero
  private(set) var returns = 0
  private(set) var returnAmount = Micros.zero
  /// Customers who have brought something back.
  private(set) var returners = 0

  init() {}

  /// Adds up some sheets.
  init(_ sheets: [HistorySheet], _ places: Range<Int>) {
    for place in places {
      let sheet = sheets[place]
      note(sheet.period, sheet.knowsHours)
      for customer in 0..<sheet.count {
        let history = sheet.history(customer)
        amount += history.amount
        looseOrders += history.looseOrders
        if history.orders > 0 { append(Buyer(sheet, customer, of: place)) }
        guard history.returns > 0 else { continue }
        returns += history.returns
        returnAmount += history.returnAmount
        returners += 1
      }
    }
  }

  /// Adds what the sheets behind these add up to.
  mutating func add(_ other: HistorySums) {
    note(other.period, other.knowsHours)
    for buyer in other.buyers { append(buyer) }
    looseOrders += other.looseOrders
    amount += other.amount
    returns += other.returns
    returnAmount += other.returnAmount
    returners += other.returners
  }

  private mutating func append(_ buyer: Buyer) {
    var buyer = buyer
    buyer.number = buyers.count
    buyers.append(buyer)
  }

  private mutating func note(_ days: ClosedRange<Int32>?, _ hours: Bool) {
    knowsHours = knowsHours || hours
    guard let days else { return }
    period =
      min(
        period?.lowerBound ?? days.lowerBound,
        days.lowerBound
      )...max(
        period?.upperBound ?? days.upperBound,
        days.upperBound
      )
  }
}
