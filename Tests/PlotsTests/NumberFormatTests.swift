import Testing

@testable import Plots

@Suite("Number format")
struct NumberFormatTests {
  let plain = NumberFormat()
  let pounds = NumberFormat(currency: "GBP")

  @Test(
    "writes a number as short as it stays useful",
    arguments: [
      (4112, "4,112"), (12_345, "12.3k"), (1_234_567, "1.23M"), (96_200_000, "96.2M"),
      (999_960, "1.00M"), (0.0471, "0.0471"), (18.63, "18.6"), (-42, "−42"), (0, "0"),
      (2.675, "2.68"), (.nan, "–"), (1e300, "1×10³⁰⁰"),
    ] as [(Double, String)]
  )
  func numbers(value: Double, text: String) {
    #expect(plain.number(value) == text)
  }

  @Test(
    "writes a setting without zeros at its end",
    arguments: [
      (0.04, "0.04"), (0.5, "0.5"), (0.304, "0.304"), (0, "0"), (1, "1"), (1.5, "1.50"),
      (-0.25, "−0.25"), (0.04561, "0.0456"), (50, "50"),
    ] as [(Double, String)]
  )
  func settings(value: Double, text: String) {
    #expect(plain.shortest(value) == text)
  }

  @Test(
    "writes 0% and 100% only when they are exact",
    arguments: [
      (0.62, "62%"), (0.042, "4.2%"), (0.0031, "0.31%"), (0.00001, "<0.01%"), (0, "0%"),
      (1, "100%"), (0.9995, ">99.9%"), (0.997, "99.7%"), (0.0996, "10%"), (-0.5, "−50%"),
    ] as [(Double, String)]
  )
  func percent(share: Double, text: String) {
    #expect(plain.percent(share) == text)
  }

  @Test("writes money with its sign and changes with theirs")
  func money() {
    #expect(pounds.money(1_840_000) == "£1.84M")
    #expect(pounds.money(674) == "£674")
    #expect(pounds.money(12.5) == "£12.50")
    #expect(pounds.money(-3) == "−£3")
    #expect(NumberFormat().money(674) == "674")
    #expect(NumberFormat(currency: "CHF").money(674) == "CHF\u{A0}674")
    #expect(pounds.signedMoney(41_000) == "+£41.0k")
    #expect(plain.signedPercent(0.042) == "+4.2%")
    #expect(plain.signed(0) == "±0")
    #expect(plain.percentPoints(-0.04) == "−4\u{A0}pp")
    #expect(plain.times(4.4) == "×4.4")
    #expect(plain.times(0.82) == "×0.82")
  }

  @Test(
    "follows the customs of each country",
    arguments: [
      ("en_US", "$1,234,567.50"), ("de_DE", "1.234.567,50\u{A0}€"),
      ("de_CH", "CHF\u{A0}1’234’567.50"), ("fr_FR", "1\u{202F}234\u{202F}567,50\u{A0}€"),
      ("en_IN", "₹12,34,567.50"), ("sv_SE", "1\u{A0}234\u{A0}567,50\u{A0}kr"),
      ("ja_JP", "¥1,234,567.50"), ("pt_BR", "R$\u{A0}1.234.567,50"),
    ]
  )
  func locales(name: String, text: String) throws {
    let locale = try #require(NumberLocale.named(name))
    #expect(NumberFormat(locale: locale, currency: locale.homeSign).moneyExact(1_234_567.5) == text)
  }

  @Test("does not group four digits where that is not done")
  func minimumGrouping() throws {
    let spanish = NumberFormat(locale: try #require(NumberLocale.named("es-ES")))
    #expect(spanish.integer(1234) == "1234")
    #expect(spanish.integer(12_345) == "12.345")
  }

  @Test("writes dates in words, the year once")
  func dates() throws {
    let first = try #require(Day(iso: "2010-12-01"))
    let last = try #require(Day(iso: "2011-12-09"))
    #expect(plain.dates(first, last) == "1 Dec 2010 – 9 Dec 2011")
    let newYear = try #require(Day(year: 2011, month: 1, day: 1))
    #expect(plain.dates(newYear, last) == "1 Jan – 9 Dec 2011")
    let german = NumberFormat(locale: try #require(NumberLocale.named("de_DE")))
    #expect(german.date(last) == "9. Dez. 2011")
  }

  @Test(
    "puts the sign of percent where the country has it",
    arguments: [
      ("en_US", "4.2%", "−12%"), ("de_DE", "4,2\u{A0}%", "−12\u{A0}%"),
      ("es_ES", "4,2\u{A0}%", "−12\u{A0}%"), ("fr_FR", "4,2\u{202F}%", "−12\u{202F}%"),
      ("de_CH", "4.2%", "−12%"),
    ]
  )
  func percent(name: String, text: String, change: String) throws {
    let numbers = NumberFormat(locale: try #require(NumberLocale.named(name)))
    #expect(numbers.percent(0.042) == text)
    #expect(numbers.signedPercent(-0.12) == change)
    let space = text.dropLast().last.map { $0.isNumber ? "" : String($0) } ?? ""
    #expect(numbers.percent(0.000_01) == "<0\(numbers.locale.decimal)01\(space)%")
    #expect(
      AxisFormat.percent.labels(for: [0, 0.5], numbers: numbers) == ["0\(space)%", "50\(space)%"]
    )
  }

  @Test("rounds shares so that they add to 100")
  func shares() {
    #expect(NumberFormat.shares(of: [1, 1, 1]) == [34, 33, 33])
    #expect(NumberFormat.shares(of: [61.4, 26.4, 12.2]).reduce(0, +) == 100)
    #expect(NumberFormat.shares(of: [0, -3, .nan]) == [0, 0, 0])
  }

  @Test("writes all ticks of an axis in one unit")
  func axis() {
    func labels(_ ticks: [Double], _ format: AxisFormat = .number) -> [String] {
      format.labels(for: ticks, numbers: pounds)
    }
    #expect(labels([0, 5000, 10_000, 15_000]) == ["0", "5k", "10k", "15k"])
    #expect(labels([0, 250_000, 1_250_000]) == ["0", "250k", "1,250k"])
    #expect(labels([0, 0.01, 0.02], .percent) == ["0%", "1%", "2%"])
    #expect(labels([0, 2.5, 5]) == ["0", "2.5", "5.0"])
    #expect(labels([-100, 0, 100], .money) == ["−£100", "£0", "£100"])
  }
}
