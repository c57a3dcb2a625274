import Testing

@testable import Tables

@Suite("Numbers")
struct NumberParserTests {
  private func plain(_ text: String, _ mark: DecimalMark = .point) -> Double? {
    let bytes = Array(text.utf8)
    return NumberParser(mark).plain(bytes.span, 0, bytes.count)
  }

  /// A number as some program might write it.
  private func written(_ generator: inout SplitMix) -> String {
    func digits(_ count: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: count, using: &generator)).map { _ in
          "0123456789".randomElement(using: &generator) ?? "0"
        }
      )
    }
    let sign = ["", "", "-", "+"].randomElement(using: &generator) ?? ""
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return sign + digits(1...9)
    case 1: return sign + digits(1...6) + "." + digits(1...2)
    case 2: return sign + digits(1...12) + "." + digits(0...12)
    case 3: return sign + "." + digits(1...20)
    case 4:
      let exponent = Int.random(in: -40...40, using: &generator)
      return sign + digits(1...17) + "." + digits(1...4) + "e\(exponent)"
    default: return "\(Double(bitPattern: generator.next()))"
    }
  }

  @Test("are exactly what Double(String) reads, 100 000 of them (seed 20261122)")
  func sameAsStandardLibrary() throws {
    var generator = SplitMix(seed: 20_261_122)
    for _ in 0..<100_000 {
      let text = written(&generator)
      let expected = Double(text).flatMap { $0.isFinite ? $0 : nil }
      try #require(plain(text)?.bitPattern == expected?.bitPattern, "\(text)")
    }
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
      ("1,234,567.89", 1_234_567.89),
    ],
  )
  func tolerant(text: String, value: Double) {
    #expect(NumberParser(.point).tolerant(Array(text.utf8)) == value)
  }

  @Test(
    "are read with points between thousands where the comma is decimal",
    arguments: [
      ("1.234,50", 1234.5), ("1.234.567", 1_234_567), ("1 234,5 €", 1234.5), ("12,5%", 12.5),
    ],
  )
  func tolerantComma(text: String, value: Double) {
    #expect(NumberParser(.comma).tolerant(Array(text.utf8)) == value)
  }

  @Test(
    "whose thousands do not stand in threes are refused",
    arguments: [
      "1,23", "12,34,567", ",123", "1,234,", "1.5,000", "1234,567", "$€5", "5 apples", "(-5)",
      "1,000 000", "12.5 6",
    ],
  )
  func refusedGroups(text: String) {
    #expect(NumberParser(.point).tolerant(Array(text.utf8)) == nil)
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
