import Testing

@testable import Plots

@Suite("Day")
struct DayTests {
  @Test("turns into year, month and day and back, for four centuries")
  func roundTrip() {
    for number in stride(from: -60_000, through: 86_000, by: 1) {
      let parts = Day(number: number).parts
      #expect(Day(year: parts.year, month: parts.month, day: parts.day)?.number == number)
    }
  }

  @Test("knows the calendar")
  func calendar() {
    #expect(Day(iso: "1970-01-01")?.number == 0)
    #expect(Day(iso: "2011-12-09T12:50:00")?.iso == "2011-12-09")
    #expect(Day(year: 2011, month: 2, day: 29) == nil)
    #expect(Day(year: 2012, month: 2, day: 29) != nil)
    #expect(Day(iso: "yesterday") == nil)
  }
}
