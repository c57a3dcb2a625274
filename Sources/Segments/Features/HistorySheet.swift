/// What the orders of each customer of a shelf add up to, in the order of the customers' keys.
///
/// It follows from the rows of the shelf and is kept beside them, because a run needs it of everybody and the
/// rows only of those who have ordered.
struct HistorySheet: Sendable, Equatable {
  private var keys: [UInt8] = []
  /// Where the key of each customer ends.
  private var keyEnds: [Int32] = []
  /// What `CustomerHistory` counts and adds up, customer by customer.
  private var sums: [Int64] = []
  private var days: [Int32] = []
  private var spent: [Int64] = []
  /// Where the days of each customer end.
  private var dayEnds: [Int32] = []
  /// The days that any row speaks of, from the oldest to the newest.
  private(set) var period: ClosedRange<Int32>?
  /// Whether any row tells the time of day.
  private(set) var knowsHours = false

  init() {}

  /// How many customers there are.
  var count: Int { keyEnds.count }

  /// The bytes of a customer's key.
  func keyRange(_ customer: Int) -> Range<Int32> {
    (customer == 0 ? 0 : keyEnds[customer - 1])..<keyEnds[customer]
  }

  /// A byte of a key.
  func keyByte(_ place: Int32) -> UInt8 { keys[Int(place)] }

  /// A customer's key.
  func key(_ customer: Int) -> Key {
    let range = keyRange(customer)
    return Key(
      String(decoding: keys[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    )
  }

  /// A customer's history.
  func history(_ customer: Int) -> CustomerHistory {
    let range = Int(customer == 0 ? 0 : dayEnds[customer - 1])..<Int(dayEnds[customer])
    return CustomerHistory(
      sums,
      from: customer * CustomerHistory.numbers,
      days: days[range],
      spent: spent[range],
    )
  }

  /// Adds up the rows of a shelf.
  init(_ rows: ShelfRows) {
    add(rows, rows.rows.indices)
  }

  /// Adds up the rows of customers with something new; what a sheet says of the others still holds.
  ///
  /// `nil` where the sheet before is not that of the shelf.
  init?(_ shelf: OpenedShelf, on known: HistorySheet) {
    guard known.count == shelf.customersBefore else { return nil }
    for piece in shelf.pieces {
      switch piece {
      case .kept(let customers): copy(customers, of: known)
      case .joined(let rows): add(shelf.joined, rows)
      }
    }
    guard let kept = shelf.keptDays else { return }
    note(kept.period.lowerBound, kept.knowsHours)
    note(kept.period.upperBound, kept.knowsHours)
  }

  private mutating func add(_ rows: ShelfRows, _ places: Range<Int>) {
    var tally = HistoryTally()
    var place = places.lowerBound
    while place < places.upperBound {
      let customer = rows.rows[place].customer
      let end = rows.end(ofCustomerAt: place)
      for row in rows.rows[place..<end] { note(row.row.day, row.row.second != 0) }
      for byte in customer { keys.append(rows.keys[Int(byte)]) }
      keyEnds.append(Int32(keys.count))
      Self.add(rows, place..<end, to: &tally)
      tally.finish(&days, &spent).append(to: &sums)
      dayEnds.append(Int32(days.count))
      place = end
    }
  }

  /// Adds up the rows of one customer.
  private static func add(_ rows: ShelfRows, _ range: Range<Int>, to tally: inout HistoryTally) {
    var place = range.lowerBound
    tally.begin()
    while place < range.upperBound {
      let row = rows.rows[place]
      if row.order.isEmpty {
        place = addLoose(rows, from: place, to: &tally)
      } else {
        tally.add(row.row)
        if row.row.isPurchase { tally.add(codes: rows.codes(of: row)) }
        place += 1
      }
    }
  }

  /// Takes over what another sheet says of customers who follow each other.
  private mutating func copy(_ customers: Range<Int>, of known: HistorySheet) {
    let (first, last) = (customers.lowerBound, customers.upperBound - 1)
    let keyBytes = Int(known.keyRange(first).lowerBound)..<Int(known.keyEnds[last])
    let places = Int(first == 0 ? 0 : known.dayEnds[first - 1])..<Int(known.dayEnds[last])
    let keyStep = Int32(keys.count - keyBytes.lowerBound)
    let dayStep = Int32(days.count - places.lowerBound)
    for customer in customers {
      keyEnds.append(known.keyEnds[customer] + keyStep)
      dayEnds.append(known.dayEnds[customer] + dayStep)
    }
    let width = CustomerHistory.numbers
    keys += known.keys[keyBytes]
    sums += known.sums[first * width..<(last + 1) * width]
    days += known.days[places]
    spent += known.spent[places]
  }

  private mutating func note(_ day: Int32, _ hours: Bool) {
    period = min(period?.lowerBound ?? day, day)...max(period?.upperBound ?? day, day)
    knowsHours = knowsHours || hours
  }

  /// Lines without an order number: those of one customer at one time are one order.
  private static func addLoose(
    _ rows: ShelfRows,
    from first: Int,
    to tally: inout HistoryTally,
  ) -> Int {
    let (customer, one) = (rows.rows[first].customer, rows.rows[first].row)
    var order = OrderRow(day: one.day, second: one.second)
    var place = first
    while place < rows.count {
      let row = rows.rows[place]
      guard row.customer == customer, row.order.isEmpty, row.row.day == one.day,
        row.row.second == one.second
      else { break }
      for _ in 0..<row.copies { order.add(row.row) }
      place += 1
    }
    tally.add(order, isLoose: true)
    if order.isPurchase {
      for row in rows.rows[first..<place] { tally.add(codes: rows.codes(of: row)) }
    }
    return place
  }
}

// MARK: - As bytes

extension HistorySheet {
  /// The form of the bytes; whoever changes it has older sheets made anew from their rows.
  private static let form: Int64 = 1

  /// The sheet as the store keeps it; no customers are no bytes.
  var bytes: [UInt8] {
    guard let period else { return [] }
    var writer = ByteWriter()
    writer.write(Self.form)
    for number in [
      Int64(count), Int64(period.lowerBound), Int64(period.upperBound), knowsHours ? 1 : 0,
      Int64(days.count), Int64(keys.count),
    ] {
      writer.write(number)
    }
    writer.write(keys, 0..<Int32(keys.count))
    writer.writeColumn(count) { Int64(keyRange($0).count) }
    for place in 0..<CustomerHistory.numbers {
      writer.writeColumn(count) { sums[$0 * CustomerHistory.numbers + place] }
    }
    writer.writeColumn(count) { Int64(dayEnds[$0] - ($0 == 0 ? 0 : dayEnds[$0 - 1])) }
    // The newest day of a customer is told by how far it lies before the shelf's, any other by the gap.
    var isFirst = Set(dayEnds)
    isFirst.insert(0)
    writer.writeColumn(days.count) { place in
      let later = isFirst.contains(Int32(place)) ? period.upperBound : days[place - 1]
      return Int64(later - days[place])
    }
    writer.writeColumn(days.count) { spent[$0] }
    return writer.bytes
  }

  /// Reads a sheet back; `nil` where the bytes are damaged.
  init?(_ bytes: [UInt8]) {
    self.init()
    guard !bytes.isEmpty else { return }
    var reader = ByteReader(bytes)
    var head: [Int] = []
    for _ in 0..<7 {
      guard let number = reader.number() else { return nil }
      head.append(Int(number))
    }
    let (count, oldest, newest) = (head[1], Int32(clamping: head[2]), Int32(clamping: head[3]))
    guard head[0] == Self.form, oldest <= newest, (0...bytes.count).contains(count),
      (0...bytes.count).contains(head[5]), let raw = reader.take(head[6])
    else { return nil }
    (period, knowsHours) = (oldest...newest, head[4] != 0)
    keys.reserveCapacity(raw.count)
    for place in raw { keys.append(reader[place]) }
    guard let lengths = reader.column(count), let ends = Self.ends(lengths, keys.count),
      readSums(&reader, count), let dayCounts = reader.column(count),
      let dayEnds = Self.ends(dayCounts, head[5]), let steps = reader.column(head[5]),
      let spent = reader.column(head[5]), reader.isAtEnd
    else { return nil }
    (keyEnds, self.dayEnds, self.spent) = (ends, dayEnds, spent)
    readDays(steps, newest)
  }

  private static func ends(_ lengths: [Int64], _ whole: Int) -> [Int32]? {
    var ends: [Int32] = []
    ends.reserveCapacity(lengths.count)
    var end: Int64 = 0
    for length in lengths {
      guard length >= 0, length <= Int64(whole) - end else { return nil }
      end += length
      ends.append(Int32(end))
    }
    return end == Int64(whole) ? ends : nil
  }

  private mutating func readSums(_ reader: inout ByteReader, _ count: Int) -> Bool {
    let width = CustomerHistory.numbers
    var column: [Int64] = []
    sums = [Int64](repeating: 0, count: count * width)
    for place in 0..<width {
      guard reader.readColumn(count, to: &column) else { return false }
      for customer in 0..<count { sums[customer * width + place] = column[customer] }
    }
    return true
  }

  private mutating func readDays(_ steps: [Int64], _ newest: Int32) {
    days.reserveCapacity(steps.count)
    var place = 0
    for end in dayEnds {
      var day = Int64(newest)
      while place < Int(end) {
        day &-= steps[place]
        days.append(Int32(clamping: day))
        place += 1
      }
    }
  }
}
