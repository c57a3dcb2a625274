/// What one customer bought and brought back, added up so that it does not depend on the day it is looked at
/// from.
struct CustomerHistory: Sendable, Equatable {
  var orders = 0
  /// Of the orders those whose lines had no order number.
  var looseOrders = 0
  var returns = 0
  var products = 0
  var categories = 0
  /// Orders on a Saturday or Sunday.
  var weekendOrders = 0
  /// Orders from 18:00 to 5:59.
  var eveningOrders = 0
  /// How many days with an order have another before them.
  var gaps = 0
  /// Quarters of days: a quantile of whole days falls on nothing finer.
  var medianGapQuarters = 0
  var gapSpreadQuarters = 0
  var amount = Micros.zero
  var items = Micros.zero
  var discount = Micros.zero
  var returnAmount = Micros.zero
  /// What the earliest order was worth; of several at one moment the smallest.
  var firstOrderValue = Micros.zero
  /// Days with an order, newest first.
  var days: ArraySlice<Int32> = []
  /// What was spent on each of them.
  var spent: ArraySlice<Int64> = []

  var firstPurchase: Int32 { days.last ?? .max }
  var lastPurchase: Int32 { days.first ?? .min }

  /// The median of the days from each day with an order to the next such day, or `nil`.
  ///
  /// Two orders of one day are one visit: a gap of no days says nothing about a customer's rhythm.
  var medianGap: Double? { gaps > 0 ? Double(medianGapQuarters) / 4 : nil }

  /// Third less first quartile of the gaps, or `nil` where there are fewer than two.
  var gapSpread: Double? { gaps > 1 ? Double(gapSpreadQuarters) / 4 : nil }

  /// What was spent after one day, up to and with another.
  func spent(after start: Int32, upTo end: Int32) -> Micros {
    var sum = Micros.zero
    var place = spent.startIndex
    for day in days {
      if day <= start { break }
      if day <= end { sum += Micros(raw: spent[place]) }
      place += 1
    }
    return sum
  }
}

// MARK: - As numbers

extension CustomerHistory {
  /// How many numbers a history has beside its days.
  static let numbers = 15

  /// Adds the numbers one after another.
  func append(to numbers: inout [Int64]) {
    let counts = [
      orders, looseOrders, returns, products, categories,
      weekendOrders, eveningOrders, gaps, medianGapQuarters, gapSpreadQuarters,
    ]
    let sums = [amount, items, discount, returnAmount, firstOrderValue]
    for count in counts { numbers.append(Int64(count)) }
    for sum in sums { numbers.append(sum.raw) }
  }

  /// Reads the numbers back from where the first of them stands.
  init(
    _ numbers: [Int64],
    from start: Int,
    days: ArraySlice<Int32>,
    spent: ArraySlice<Int64>,
  ) {
    orders = Int(numbers[start])
    looseOrders = Int(numbers[start + 1])
    returns = Int(numbers[start + 2])
    products = Int(numbers[start + 3])
    categories = Int(numbers[start + 4])
    weekendOrders = Int(numbers[start + 5])
    eveningOrders = Int(numbers[start + 6])
    gaps = Int(numbers[start + 7])
    medianGapQuarters = Int(numbers[start + 8])
    gapSpreadQuarters = Int(numbers[start + 9])
    amount = Micros(raw: numbers[start + 10])
    items = Micros(raw: numbers[start + 11])
    discount = Micros(raw: numbers[start + 12])
    returnAmount = Micros(raw: numbers[start + 13])
    firstOrderValue = Micros(raw: numbers[start + 14])
    (self.days, self.spent) = (days, spent)
  }
}
