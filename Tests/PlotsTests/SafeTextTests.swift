import Testing

@testable import Plots

@Suite("Safe text")
struct SafeTextTests {
  @Test("keeps plain names as they are")
  func plain() {
    for name in ["High spenders", "Größe", "לקוחות", "日本語", "👩‍👩‍👧 Family", "हिन्दी"] {
      #expect(SafeText.label(name) == name)
    }
  }

  @Test("keeps at most 80 letters and four accents on each")
  func bounded() {
    #expect(SafeText.label(String(repeating: "x", count: 500)).count == 80)
    let stack = "a" + String(repeating: "\u{301}", count: 100_000) + "b"
    #expect(SafeText.label(stack).unicodeScalars.count <= 6)
    let joiners = String(repeating: "\u{200D}", count: 100_000)
    #expect(SafeText.label(joiners).unicodeScalars.count <= 4)
  }

  @Test("is one line without marks that control it")
  func oneLine() {
    #expect(SafeText.label("a\r\nb\tc\u{2028}d") == "a b c d")
    #expect(SafeText.label("a\u{202E}b\u{2066}c\u{FEFF}\0d") == "abcd")
  }

  @Test("makes any text a harmless name of a place")
  func identifier() {
    #expect(SafeText.identifier("p12' dest=x") == "p12--dest-x")
    #expect(SafeText.identifier("") == "-")
  }
}
