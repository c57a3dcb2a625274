import Testing

@testable import Tables

@Suite("Civil days")
struct CivilDayTests {
  @Test("count from 1970-01-01, through leap years and centuries")
  func numbers() {
    #expect(CivilDay.days(year: 1970, month: 1, day: 1) == 0)
    #expect(CivilDay.days(year: 2011, month: 12, day: 9) == 15317)
    #expect(CivilDay.days(year: 2000, month: 2, day: 29) == 11016)
    #expect(CivilDay.days(year: 1969, month: 12, day: 31) == -1)
  }

  @Test("of the calendar come back from their number, from 1900 to 2150")
  func roundTrip() {
    var wrong: [Int32] = []
    var expected = CivilDay.days(year: 1900, month: 1, day: 1)
    for year in 1900...2150 {
      for month in 1...12 {
        for day in 1...31 {
          guard let days = CivilDay.days(year: year, month: month, day: day) else { continue }
          let isRight = days == expected && CivilDay(days).parts == (year, month, day)
          if !isRight { wrong.append(days) }
          expected = days + 1
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test(
    "that do not exist are refused",
    arguments: [
      "2011-02-29", "2011-13-01", "2011-00-10", "2011-1-1", "x", "2011-01-01-", "+011-01-01",
    ]
  )
  func refused(text: String) {
    #expect(CivilDay(text) == nil)
  }

  @Test("are written and read as year, month and day")
  func text() {
    #expect(CivilDay("2011-12-09")?.text == "2011-12-09")
    #expect(CivilDay(year: 987, month: 3, day: 2)?.text == "0987-03-02")
    #expect(CivilDay("2011-12-09")?.adding(days: 30).text == "2012-01-08")
    #expect(CivilDay("2010-12-01").map { $0.days(until: CivilDay(15317)) } == 373)
  }
}
