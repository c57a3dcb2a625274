import Foundation
import Plots
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

  /// Every Swift file of the room with its text.
  private func files() throws -> [(name: String, text: String)] {
    let found = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    )
    return try found.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.map {
      ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
    }
  }

  @Test("of every key in the sources are in the English catalogue")
  func complete() throws {
    let words = try #require(Words(language: "en"))
    var count = 0
    for file in try files() {
      for match in file.text.matches(of: /words\(\s*"([a-z][a-zA-Z.-]*)"\s*[,)]/) {
        count += 1
        #expect(words.find(String(match.1)) != nil, "\(file.name): \(match.1)")
      }
      for match in file.text.matches(of: /words\.counted\([^"]*"([a-z][a-zA-Z.-]*)"/) {
        #expect(words.find(match.1 + ".one") != nil && words.find(match.1 + ".other") != nil)
      }
    }
    #expect(count > 150)
  }

  @Test("fill exactly the gaps that the sources have values for")
  func values() throws {
    let texts = Words.english.texts
    var count = 0
    for file in try files() {
      let calls = file.text.matches(
        of: /words\(\s*"([a-z][a-zA-Z.-]*)",\s*\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\s*\)/
      )
      for call in calls {
        let given = Set(call.2.matches(of: /"([a-zA-Z0-9]+)":/).map { String($0.1) })
        guard !given.isEmpty, let text = texts[String(call.1)] else { continue }
        count += 1
        #expect(Set(Catalogue.gaps(in: text)) == given, "\(file.name): \(call.1)")
      }
    }
    #expect(count > 60)
  }

  @Test("have all keys with the same gaps in every language", arguments: Words.languages)
  func same(language: String) throws {
    let english = Words.english
    let other = try #require(Words.catalogue(of: language))
    #expect(other.faults == [])
    for (key, text) in english.texts {
      let own = other.texts[key]
      #expect(own != nil, "\(language) lacks \(key)")
      #expect(
        Set(Catalogue.gaps(in: own ?? "")) == Set(Catalogue.gaps(in: text)),
        "\(language), \(key): \(own ?? "")"
      )
    }
    for key in other.texts.keys where english.texts[key] == nil {
      let isForm = key.hasSuffix(".few") || key.hasSuffix(".many")
      let base = key.split(separator: ".").dropLast().joined(separator: ".")
      #expect(isForm && english.texts[base + ".other"] != nil, "\(language): \(key) is no key")
    }
  }

  @Test("have a kind for every gap, and only counts have forms", arguments: Words.languages)
  func kinds(language: String) throws {
    let texts = try #require(Words.catalogue(of: language)).texts
    for (key, text) in texts {
      for gap in Catalogue.gaps(in: text) {
        #expect(WordGap.kinds[gap] != nil, "\(language), \(key): {\(gap)} has no kind")
      }
      guard key.hasSuffix(".one"), let other = texts[key.dropLast(4) + ".other"] else { continue }
      let counts = Catalogue.gaps(in: other).filter { WordGap.kinds[$0] == .number }
      #expect(key.hasPrefix("x.") || !counts.isEmpty, "\(key) counts nothing")
    }
  }

  @Test("are not English in other languages, but for names", arguments: ["de", "es"])
  func translated(language: String) throws {
    let texts = try #require(Words.catalogue(of: language)).texts
    let same = Words.english.texts.filter { key, text in
      let bare = text.replacing(/\{\w+\}/, with: "")
      return texts[key] == text && bare.contains(" ") && bare.filter(\.isLetter).count > 14
    }
    #expect(same.isEmpty, "\(same)")
    // Report English in quotation marks and percent signs: each language has its own.
    for (key, text) in texts {
      #expect(!text.contains("“") || language == "de", "\(key): \(text)")
      #expect(text.firstMatch(of: /[0-9]%/) == nil, "\(key): \(text)")
    }
  }

  @Test("of a count follow the rule of the language")
  func plurals() throws {
    #expect(PluralRule.oneOther.form(of: 1) == "one")
    #expect(PluralRule.oneOther.form(of: 0) == "other")
    #expect(PluralRule.oneManyOther.form(of: 2_000_000) == "many")
    let spanish = try #require(Words(language: "es"))
    let format = NumberFormat(locale: try #require(NumberLocale.named("es_ES")))
    #expect(spanish.counted(1, "customers", format) == "1 cliente")
    #expect(spanish.counted(4_338, "customers", format) == "4338 clientes")
    #expect(spanish.counted(1_000_000, "customers", format) == "1.000.000 de clientes")
    for language in Words.languages {
      let rule = try #require(Words.catalogue(of: language)).texts["language.plural"]
      #expect(PluralRule(rawValue: rule ?? "") != nil)
      #expect(NumberLocale.named(try #require(Words(language: language)).locale) != nil)
    }
  }

  @Test("are filled without looking into the values")
  func filling() throws {
    let words = try #require(Words(language: "en"))
    #expect(words("footer.run", ["run": "{data}", "data": "x"]) == "segmentd run {data} · x")
    #expect(words.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test("join lists and begin labels as the language has it")
  func grammar() throws {
    let spanish = try #require(Words(language: "es"))
    #expect(spanish.list(["gasto", "ingresos"]) == "gasto e ingresos")
    #expect(spanish.list(["gasto", "hierro"]) == "gasto y hierro")
    #expect(spanish.inner("Gasto") == "gasto")
    let german = try #require(Words(language: "de"))
    #expect(german.inner("Umsatz") == "Umsatz" && german.list(["a", "b"]) == "a und b")
  }

  @Test("for labels of measures come from role, our own names, or the header")
  func labels() throws {
    let words = try #require(Words(language: "en"))
    var features = SampleReport().report().features
    features[0].unit = nil
    let labels = MeasureLabels(words: words).labels(of: features)
    #expect(
      labels.map(\.text) == [
        "Purchases", "Orders", "Days since last order", "Loyalty points", "Z Cost",
        "Annual Income (k$)",
      ]
    )
    #expect(labels.first?.of == "of purchases" && labels.last?.of == nil)
    #expect(MeasureLabels.readable("info_perfil") == "Info perfil")
    #expect("Annual Income (k$)".lowercasedFirst == "Annual Income (k$)")
  }
}
