import Testing

@testable import Tables

@Suite("Numbers")
struct NumberParserTests {
  private func plain(_ text: String, _ mark: DecimalMark = .point) -> Double? {
    let bytes = Array(text.utf8)
    return NumberParser(mark).plain(bytes.span, 0, bytes.count)
  }

  @Test(
    "that are none are refused",
    arguments: [
      "", "-", "+", ".", "-.", "1e", "1e+", "e5", "1.2.3", "0x10", "1 2", "12a", "--1", "1e5.0",
      "1e999", "５",
    ],
  )
  func refused(text: String) {
    #expect(plain(text) == nil)
  }

  private func tolerant(_ text: String, _ mark: DecimalMark = .point) -> Double? {
    tolerant(Array(text.utf8), mark)
  }

  private func tolerant(_ bytes: [UInt8], _ mark: DecimalMark = .point) -> Double? {
    NumberParser(mark).tolerant(bytes.span, 0, bytes.count)
  }

  @Test("have a comma before the fraction where the file has")
  func comma() {
    #expect(plain("3,25", .comma) == 3.25)
    #expect(plain("3.25", .comma) == nil)
    #expect(plain("-,5", .comma) == -0.5)
  }

  @Test(
    "are read as people write them",
    arguments: [
      ("$36.00", 36.0), ("-$3.00", -3), ("$-3.00", -3), ("€ 12", 12), ("12 €", 12),
      ("£1,234.50", 1234.5),
      ("¥1,000", 1000), ("12%", 12), ("12.5 %", 12.5), ("(3.50)", -3.5), ("($1,000)", -1000),
      ("1 234 567", 1_234_567), ("1'234.5", 1234.5), ("1\u{a0}234", 1234), ("\u{2212}5", -5),
      ("+1,000", 1000),
      ("1,234,567.89", 1_234_567.89), ("12,34,567.50", 1_234_567.5), ("1,00,000", 100_000),
      ("1\u{202f}234\u{2009}567.5", 1_234_567.5), ("1’234.50", 1234.5), ("'1234", 1234),
      ("'-12.5", -12.5), ("=\"0012\"", 12), ("12.50-", -12.5), ("1,000.00 -", -1000),
      ("(12.50) €", -12.5), ("€(12.50)", -12.5), ("- $ 12.50", -12.5), ("–5", -5),
      ("$ -", 0), (" -€ ", 0), ("US$ 12.50", 12.5), ("R$1,234.00", 1234), ("CA$5", 5),
      ("A$ 5.10", 5.1),
      ("EUR 12.50", 12.5), ("12.50 EUR", 12.5), ("12.50EUR", 12.5), ("usd 3", 3),
      ("CHF 1'234.50", 1234.5),
      ("Rs.500", 500), ("Rs. 1,23,456.00", 123_456), ("₹1,00,000.00", 100_000), ("kr 100", 100),
      ("100.50 kr.", 100.5), ("12 zł", 12), ("Kč 45", 45), ("$12.00 USD", 12),
      ("1,234.5e3", 1_234_500),
      ("1.5E+03 €", 1500), ("12.–", 12), ("5.-", 5), ("%5", 5),
    ],
  )
  func tolerant(text: String, value: Double?) {
    #expect(tolerant(text) == value)
  }

  @Test(
    "are read with points between thousands where the comma is decimal",
    arguments: [
      ("1.234,50", 1234.5), ("1.234.567", 1_234_567), ("1 234,5 €", 1234.5), ("12,5%", 12.5),
      ("1\u{a0}234,56", 1234.56), ("1'234,5", 1234.5), ("12,- €", 12), ("12,–", 12),
      ("(1.234,50)", -1234.5),
      ("1.234,50-", -1234.5), ("kr. 1.000,00", 1000), ("1,5e2 kr", 150),
    ],
  )
  func tolerantComma(text: String, value: Double) {
    #expect(tolerant(text, .comma) == value)
  }

  @Test("are read before anybody knows that the file is Windows-1252 or ISO-8859-15")
  func singleBytes() {
    #expect(tolerant([0x80, 0x20, 0x35]) == 5)
    #expect(tolerant([0xa3, 0x35]) == 5)
    #expect(tolerant([0x31, 0xa0, 0x32, 0x33, 0x34, 0x20, 0xa4]) == 1234)
  }

  @Test("of India have groups of two only where the comma stands between thousands")
  func pairs() {
    #expect(tolerant("12.34.567", .comma) == nil)
    #expect(tolerant("12 34 567") == nil)
  }

  @Test(
    "whose thousands do not stand in threes are refused",
    arguments: [
      "1,23", "1,2,345", "12,345,67", "123,45,678", ",123", "1,234,", "1.5,000", "1234,567", "$€5",
      "5 apples", "(-5)",
      "1,000 000", "12.5 6", "$ 5 %", "5 $ 6", "RM1001", "12kr", "SKU 12", "R2D2", "e", "- - 5",
      "(5",
      "5)", "((5))", "12+", "1 2 3", "$", "USD", "5 €€", "1''000",
    ],
  )
  func refusedGroups(text: String) {
    #expect(tolerant(text) == nil)
  }

  @Test(
    "that only say that they are missing are missing",
    arguments: [
      "", "nan", "NaN", "inf", "-inf", "null", "NULL", "NA", "N/A", "n/a", "None", "-", "#N/A",
      "\\N",
    ],
  )
  func missing(text: String) {
    #expect(isNumberMissing(text))
  }

  @Test(
    "that are something else are not missing",
    arguments: ["0", "-1", "no", "nil?", "Nantes", "inferior", "none of it"]
  )
  func notMissing(text: String) {
    #expect(!isNumberMissing(text))
  }

  @Test("of texts: NA is a country, NULL is nothing")
  func missingTexts() {
    #expect(!isTextMissing("NA"))
    #expect(isTextMissing("NULL"))
  }

  private func isNumberMissing(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return MissingWord.isNumberMissing(bytes.span, 0, bytes.count)
  }

  private func isTextMissing(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return MissingWord.isTextMissing(bytes.span, 0, bytes.count)
  }
}
