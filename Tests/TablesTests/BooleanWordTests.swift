import Testing

@testable import Tables

@Suite("Booleans")
struct BooleanWordTests {
  @Test(
    "are read in seven languages, and 1 and 0",
    arguments: [
      ("yes", true as Bool?), ("No", false), ("TRUE", true), ("false", false), ("Y", true),
      ("ja", true), ("nein", false), ("nee", false), ("sí", true), ("Sì", true), ("oui", true),
      ("NON", false), ("não", false), ("sim", true), ("vrai", true), ("falso", false), ("1", true),
      ("0", false), (" on ", true), ("off", false), ("2", nil), ("maybe", nil), ("", nil),
      ("yes no", nil),
      ("nonsense", nil),
    ],
  )
  func words(text: String, value: Bool?) {
    #expect(BooleanWord.value(of: text) == value)
  }

  @Test("are counted in the sample of a column")
  func share() throws {
    let samples = try CSVReader(source: BytesSource("a,b\nyes,x\nno,yes\n,y\nsí,n\n")).samples
    #expect(samples.map(\.booleanShare) == [1, 0.75])
  }
}
