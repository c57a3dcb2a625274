/// Finds the order of one column's dates by another column whose order is beyond doubt.
///
/// Orders are paid and shipped within days: of the two days that "05/06/2026" can be, the one beside
/// 2026-06-07 in another column is right.
struct CompanionDates {
  /// How many days two dates of one record may lie apart to speak for an order.
  private static let nearDays: Int32 = 10

  private var dayFirst = 0
  private var monthFirst = 0

  /// Compares the dates of two columns record by record.
  init(open: HeadColumn, beside plain: HeadColumn) {
    var known: [Int32?] = []
    plain.forEachCell { bytes, range in
      known.append(DateParser(.mdy).parse(bytes, range.lowerBound, range.upperBound)?.day)
    }
    var row = 0
    open.forEachCell { bytes, range in
      defer { row += 1 }
      guard let day = known[row],
        let fields = DateFields(bytes, range.lowerBound, range.upperBound),
        let one = fields.day(.dmy), let two = fields.day(.mdy)
      else { return }
      let (isOneNear, isTwoNear) = (
        abs(one - day) <= Self.nearDays, abs(two - day) <= Self.nearDays
      )
      if isOneNear, !isTwoNear { dayFirst += 1 }
      if isTwoNear, !isOneNear { monthFirst += 1 }
    }
  }

  /// The order that nine of ten records speak for.
  var order: DateOrder? {
    if dayFirst > monthFirst * 9 { return .dmy }
    return monthFirst > dayFirst * 9 ? .mdy : nil
  }
}
