import Foundation
import Segments
import Testing

@testable import Dashboards

@Suite("The words")
struct WordsTests {
  private var sources: URL {
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Dashboards")
  }

  @Test("of every id in the sources are in the English catalogue")
  func complete() throws {
    let words = try #require(Words(language: "en"))
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    )
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      guard !file.lastPathComponent.hasPrefix("English") else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /words\(\s*"([a-z][a-zA-Z.-]*)"\s*[,)]/) {
        count += 1
        #expect(words.find(String(match.1)) != nil, "\(file.lastPathComponent): \(match.1)")
      }
      for match in text.matches(of: /words\.counted\([^"]*"([a-z][a-zA-Z.-]*)"/) {
        #expect(words.find(match.1 + ".one") != nil && words.find(match.1 + ".other") != nil)
      }
    }
    #expect(count > 150)
  }

  @Test("are filled without looking into the values")
  func filling() throws {
    let words = try #require(Words(language: "en"))
    #expect(words("footer.run", ["run": "{data}", "data": "x"]) == "segmentd run {data} · x")
    #expect(words.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test("for labels of measures come from role, our own names, or the header")
  func labels() throws {
    let words = try #require(Words(language: "en"))
    var features = SampleReport().report().features
    features[0].unit = nil
    #expect(
      MeasureLabels(words: words).labels(of: features) == [
        "Purchases", "Orders", "Days since last order", "Loyalty points", "Z Cost",
        "Annual Income (k$)",
      ]
    )
    #expect(MeasureLabels.readable("info_perfil") == "Info perfil")
    #expect("Annual Income (k$)".lowercasedFirst == "Annual Income (k$)")
  }
}
