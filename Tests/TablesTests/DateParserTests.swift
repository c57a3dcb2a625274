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
      ("1950-05-01", "1950-05-01 0"), ("20110121101530", "2011-01-21 36930"),
      ("20110121T101530Z", "2011-01-21 36930 0"),
      ("2011-12-09T08:26:01.123456789+05:30", "2011-12-09 30361 330"),
      ("2011-12-09 08:26 CET", "2011-12-09 30360 60"),
      ("2011-12-09\u{a0}08:26", "2011-12-09 30360"),
      ("2011-12-09T08:26+01:00[Europe/Berlin]", "2011-12-09 30360 60"),
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
    "name their month in seven languages, long or short",
    arguments: [
      ("Jul-21-25", "2025-07-21 0"), ("21 Jul 2025", "2025-07-21 0"),
      ("July 21, 2025 3:04 PM", "2025-07-21 54240"), ("21-JUL-2025", "2025-07-21 0"),
      ("2025 Jul 21", "2025-07-21 0"), ("21st July 2025", "2025-07-21 0"),
      ("Mon, 21 Jul 2025 10:15:00 +0000", "2025-07-21 36900 0"),
      ("Sep 1, 2026 10:02:11 AM PDT", "2026-09-01 36131 -420"),
      ("Mon Jul 21 2025 10:00:00 GMT+0200 (CEST)", "2025-07-21 36000 120"),
      ("21 de julio de 2025", "2025-07-21 0"),
      ("lunes, 21 de julio de 2025 a las 10:15", "2025-07-21 36900"),
      ("mar, 1 jul 2025", "2025-07-01 0"), ("1 ene. 2025, 3:05 p. m.", "2025-01-01 54300"),
      ("21. Juli 2025", "2025-07-21 0"), ("Montag, 3. März 2025 um 10:15 Uhr", "2025-03-03 36900"),
      ("3. Mrz 2025", "2025-03-03 0"), ("21.Dez.2025", "2025-12-21 0"),
      ("1er février 2025", "2025-02-01 0"), ("lundi 21 juillet 2025 à 10h15", "2025-07-21 36900"),
      ("15 AOÛT 2025", "2025-08-15 0"), ("5 déc. 2025", "2025-12-05 0"),
      ("5 juin 2025", "2025-06-05 0"),
      ("21 luglio 2025", "2025-07-21 0"), ("1° gennaio 2025 ore 8:30", "2025-01-01 30600"),
      ("21 de março de 2025 às 10:15", "2025-03-21 36900"), ("2 fev 2025", "2025-02-02 0"),
      ("21 mei 2025", "2025-05-21 0"), ("21 mrt. 2025", "2025-03-21 0"),
      ("5 maart 25", "2025-03-05 0"),
      ("7 augustus 2025 10:15 uur", "2025-08-07 36900"), ("21 Jul ’25", "2025-07-21 0"),
    ],
  )
  func named(written: String, read: String) {
    #expect(text(parse(written, .mdy)) == read)
    #expect(text(parse(written, .dmy)) == read)
  }

  @Test("name their month in Windows-1252 too")
  func namedInWindows1252() {
    let bytes = Array("3. M".utf8) + [0xe4] + Array("rz 2025".utf8)
    #expect(text(DateParser(.mdy).parse(bytes.span, 0, bytes.count)) == "2025-03-03 0")
  }

  @Test("name every month in every language, in full and by its first letters")
  func months() {
    let names = [
      "January enero Januar janvier gennaio janeiro januari",
      "February febrero Februar février febbraio fevereiro",
      "March marzo März mars março maart", "April abril avril aprile",
      "May mayo Mai maggio maio mei",
      "June junio Juni juin giugno junho", "July julio Juli juillet luglio julho",
      "August agosto août augustus", "September septiembre settembre setembro septembre",
      "October octubre Oktober octobre ottobre outubro", "November noviembre novembre novembro",
      "December diciembre Dezember décembre dicembre dezembro",
    ]
    for (place, line) in names.enumerated() {
      let days = CivilDay.days(year: 2025, month: place + 1, day: 5)
      for name in line.split(separator: " ") {
        #expect(parse("5 \(name) 2025")?.day == days, "\(name)")
        let short = name.prefix(name.hasPrefix("jui") ? 4 : 3)
        #expect(parse("5-\(short)-25")?.day == days, "\(short)")
      }
    }
  }

  @Test(
    "that are none are refused",
    arguments: [
      "", "2011", "2011-13-01", "2011-02-29", "13/13/2011", "31/12/2011", "2011-12", "12/2011",
      "1/2/3", "20111301",
      "2011-12-09 25:00", "2011-12-09 08:60", "2011-12-09 8", "2011-12-09x", "2011-12/09",
      "2011-12-09 13:00 PM",
      "2011-12-09 08:26 +2", "201112091", "08:26", "2011-12-09 08:26 XYZ", "Jul 2025", "21 2025",
      "Jul 21", "July", "32 Jul 2025", "30 Feb 2025",
      "Julx 21 2025", "jui 5 2025", "12 March 5", "-5 Mar 2025", "Paul 21 Jul 2025",
      "21 Jul 2025 x",
      "20110121256060", "2011012110150", "21 Jul Aug 2025", "5 apples 2025", "12-31-2011-",
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
      (["13/01/2020", "01/13/2020"], nil), (["Jul-21-25"], .mdy), (["21 Jul 2025"], .dmy),
      (["21 Jul 2025", "Jul 21 2025"], nil), (["2020-01-13", "2020-01-14", "21 Jul 2025"], .ymd),
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
      vote.add(bytes.span, 0..<bytes.count)
    }
    return vote
  }
}
