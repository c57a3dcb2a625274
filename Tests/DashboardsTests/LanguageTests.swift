import Foundation
import Plots
import Testing

@testable import Dashboards
@testable import Segments

@Suite("Pages in any language")
struct LanguageTests {
  private func dashboard(_ sample: Sample, language: String) throws -> Dashboard {
    var presentation = Presentation()
    presentation.language = language
    presentation.locale = try #require(Words(language: language)).locale
    presentation.currency = "EUR"
    presentation.runName = "000042-2026-11-21-3fa9c1d2"
    return try Dashboard(
      of: sample.report,
      using: try TemplateLibrary.standard(),
      presentation: presentation
    )
  }

  @Test(
    "have no text over another and none cut off",
    arguments: ["de", "es"],
    [Sample.all[3], Sample.all[9], Sample.all[12]]
  )
  func layout(language: String, sample: Sample) throws {
    let dashboard = try dashboard(sample, language: language)
    let measure = dashboard.reading.style.measure
    for (index, page) in dashboard.pages.enumerated() {
      let place = "\(language), page \(index + 1), \(dashboard.sheets[index].id)"
      for (one, other) in page.scene.overlappingTexts(measure) {
        Issue.record("\(place): “\(one.text)” \(one.rect) lies over “\(other.text)” \(other.rect)")
      }
      for box in page.scene.textBoxes(measure) {
        #expect(!box.isClipped, "\(place): “\(box.text)” is cut off at \(box.rect)")
        #expect(!box.text.contains("{"), "\(place): “\(box.text)”")
      }
    }
  }

  /// A language in which every letter of the catalogue is the same Cyrillic one.
  private var strange: Words {
    let texts = Words.english.texts.map { key, text -> (String, String) in
      guard !key.hasPrefix("language.") else { return (key, text) }
      var isGap = false
      let letters = text.map { letter -> Character in
        if letter == "{" { isGap = true }
        if letter == "}" { isGap = false }
        return letter.isLetter && !isGap ? "ж" : letter
      }
      return (key, String(letters))
    }
    return Words(
      language: "xx",
      Catalogue(texts: Dictionary(texts, uniquingKeysWith: { one, _ in one }))
    )
  }

  @Test(
    "have no word that is not in the catalogue or in the data",
    arguments: [Sample.all[0], Sample.all[3], Sample.all[9], Sample.all[11]]
  )
  func closed(sample: Sample) throws {
    let dashboard = try Dashboard(
      of: sample.report,
      using: try TemplateLibrary.standard(),
      presentation: Presentation(),
      words: strange
    )
    let measure = dashboard.reading.style.measure
    var texts = dashboard.pages.flatMap { $0.scene.textBoxes(measure).map(\.text) }
    for block in dashboard.sheets.flatMap(\.blocks) {
      let picture = block.picture
      texts += [picture.title, picture.descriptor, picture.summary] + picture.notes
      texts += (picture.table?.header ?? []) + (picture.table?.rows.flatMap(\.self) ?? [])
    }
    let known = words(in: Self.data(of: sample.report))
    for text in texts {
      let foreign = foreign(in: text, known)
      #expect(foreign.isEmpty, "“\(text)” says \(foreign.sorted()) in English")
    }
    let html = try HTMLBook(dashboard: dashboard).text()
    for part in Self.visible(html) {
      let foreign = foreign(in: part, known)
      #expect(foreign.isEmpty, "the HTML says “\(part.prefix(80))”: \(foreign.sorted())")
    }
  }

  /// The words that come from nowhere; a known word that was shortened is known.
  private func foreign(in text: String, _ known: Set<String>) -> Set<String> {
    words(in: text).filter { word in !known.contains { $0.hasPrefix(word) } }
  }

  /// The Latin words of two letters or more.
  private func words(in text: String) -> Set<String> {
    Set(text.matches(of: /[A-Za-zÀ-ÿ]{2,}/).map { $0.0.lowercased() })
  }

  /// What a page may say that no translator writes: names from the data, months, units.
  private static func data(of report: SegmentReport) -> String {
    let locale = NumberLocale.enUS
    var parts = [report.dataset, "segmentd", "bn", "bmod"]
    parts.append(contentsOf: report.features.map { MeasureLabels.readable($0.name) })
    parts.append(contentsOf: report.segments.map(\.name))
    parts.append(contentsOf: report.quality.checks.flatMap(\.columns))
    parts.append(contentsOf: report.trend?.segments.map(\.name) ?? [])
    parts.append(contentsOf: report.migration?.from.map(\.name) ?? [])
    parts.append(contentsOf: report.continuity?.gone.map(\.name) ?? [])
    parts.append(contentsOf: report.continuity?.segments.compactMap(\.formerName) ?? [])
    parts.append(contentsOf: (1...12).map { NumberFormat(locale: locale).month($0) })
    return parts.joined(separator: " ")
  }

  /// The texts of a page between its tags, and the attributes that are read aloud.
  private static func visible(_ html: String) -> [String] {
    let bare = html.replacing(/<(style|script)[^>]*>[\s\S]*?<\/(style|script)>/, with: "")
    let spoken = bare.matches(of: /(?:aria-label|title|alt)="([^"]*)"/).map { String($0.1) }
    let texts = bare.split(separator: "<").compactMap { $0.split(separator: ">").dropFirst().first }
    return spoken + texts.map { String($0).replacing(/&[a-z]+;/, with: " ") }
  }
}
