import Testing

@testable import Tables

@Suite("Dates")
struct DateParserTests {
  private func parse(_ text: String, _ order: DateOrder = .mdy) -> DateCell? {
    let bytes = Array(text.utf8)
    return DateParser(order).parse(bytes.span, 0, bytes.count)
  }

  private func text(_ cell: DateCell?) -> String? {
    cell.map { cell in
      let zone = cell.offsetMinutes.map { " \($0)" } ?? ""
      return CivilDay(cell.day).text + " \(cell.second)" + zone
    }
  }

  @Test(
    "with the year first, or compact, are read in any file",
    arguments: [
      ("2011-12-09", "2011-12-09 0"), ("2011-12-09 08:26", "2011-12-09 30360"),
      ("2011-12-09T08:26:01", "2011-12-09 30361"), ("2011-12-09 08:26:01.250", "2011-12-09 30361"),
      ("2011-12-09T08:26:01Z", "2011-12-09 30361 0"),
      ("2011-12-09T23:59:59+02:00", "2011-12-09 86399 120"),
      ("2026-09-03 10:15:00 -0400", "2026-09-03 36900 -240"),
      ("2011-12-09 08:26 UTC", "2011-12-09 30360 0"),
      ("2011/12/9", "2011-12-09 0"), ("2011.12.09", "2011-12-09 0"), ("19970101", "1997-01-01 0"),
      ("20110228 10:00", "2011-02-28 36000"), ("2011-1-2 3:04", "2011-01-02 11040"),
      ("1950-05-01", "1950-05-01 0"),
    ],
  )
  func yearFirst(written: String, read: String) {
    #expect(text(parse(written, .mdy)) == read)
    #expect(text(parse(written, .dmy)) == read)
  }

  @Test(
    "with the year last are read in the order of the file",
    arguments: [
      ("12/1/2010 8:26", DateOrder.mdy, "2010-12-01 30360"),
      ("12/1/2010 8:26", .dmy, "2010-01-12 30360"),
      ("31.12.2011", .dmy, "2011-12-31 0"), ("04-09-2012", .dmy, "2012-09-04 0"),
      ("09/03/26", .mdy, "2026-09-03 0"),
      ("03/01/19", .dmy, "2019-01-03 0"), ("1/2/69", .mdy, "2069-01-02 0"),
      ("1/2/70", .mdy, "1970-01-02 0"),
      ("9/3/2026 3:05 PM", .mdy, "2026-09-03 54300"),
      ("9/3/2026 12:05:07am", .mdy, "2026-09-03 307"),
      ("9/3/2026, 12:00 PM", .mdy, "2026-09-03 43200"),
    ],
  )
  func yearLast(written: String, order: DateOrder, read: String) {
    #expect(text(parse(written, order)) == read)
  }

  @Test(
    "that are none are refused",
    arguments: [
      "", "2011", "2011-13-01", "2011-02-29", "13/13/2011", "31/12/2011", "2011-12", "12/2011",
      "1/2/3", "20111301",
      "2011-12-09 25:00", "2011-12-09 08:60", "2011-12-09 8", "2011-12-09x", "2011-12/09",
      "2011-12-09 13:00 PM",
      "2011-12-09 08:26 +2", "201112091", "08:26", "2011-12-09 08:26 CET", "12-31-2011-",
      "٢٠١١-12-09",
    ],
  )
  func refused(written: String) {
    #expect(parse(written) == nil)
  }

  @Test(
    "show their order by numbers above 12",
    arguments: [
      (["13/01/2020", "01/02/2020"], DateOrder.dmy as DateOrder?), (["01/13/2020"], .mdy),
      (["2020-01-13"], .ymd),
      (["01/02/2020", "03/04/2020"], nil), (["20200113"], .ymd), ([], nil),
      (["13/01/2020", "01/13/2020"], nil),
    ],
  )
  func order(dates: [String], order: DateOrder?) {
    #expect(vote(dates).order == order)
  }

  @Test(
    "that do not show their order are read in the likelier one",
    arguments: [
      (["1/12/2010", "2/12/2010", "3/12/2010"], DateOrder.dmy), (["12/1/2010", "12/2/2010"], .mdy),
      (["5/6/2012"], .mdy), (["5.6.2012"], .dmy), (["5-6-2012"], .dmy),
    ],
  )
  func likelyOrder(dates: [String], order: DateOrder) {
    #expect(vote(dates).likelyOrder == order)
  }

  private func vote(_ dates: [String]) -> DateOrderVote {
    var vote = DateOrderVote()
    for date in dates {
      let bytes = Array(date.utf8)
      if let fields = DateFields(bytes.span, 0, bytes.count) { vote.add(fields) }
    }
    return vote
  }
}
