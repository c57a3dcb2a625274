import Plots
import Segments

/// Writes findings as sentences: those of the report first, then what its numbers show.
struct Sentences {
  /// A sentence, the segment it begins with, and the numbers it rests on.
  struct Sentence {
    let text: String
    let segment: Portrait?
    var inputs: [FindingInputs.Input] = []
  }

  let reading: Reading

  /// All sentences, the most telling first, none twice.
  var all: [Sentence] {
    var told: [String: Int] = [:]
    let findings = reading.report.findings.filter { finding in
      told[finding.id, default: 0] += 1
      return told[finding.id, default: 0] <= Self.most(of: finding.id)
    }
    var sentences = findings.compactMap(sentence(of:))
    if sentences.count < 3 { sentences += Observations(reading: reading).all }
    var seen: Set<String> = []
    return sentences.filter { seen.insert($0.text).inserted }
  }

  /// The most telling finding of a kind in words; nil where there is none to tell.
  func first(of kind: String) -> String? {
    reading.report.findings.lazy.filter { $0.id == kind }.compactMap(sentence(of:)).first?.text
  }

  /// The kinds of findings that have words.
  static let kinds = Set(
    Words.english.texts.keys.filter { $0.hasPrefix("finding.") }
      .compactMap { $0.dropFirst("finding.".count).split(separator: ".").first.map(String.init) }
  ).sorted()

  /// How many findings of a kind are worth telling; how well segments separate has its own line.
  private static func most(of id: String) -> Int {
    switch id {
    case "separation": 0
    case "small-segment", "moves-together": 1
    default: 2
    }
  }

  private func sentence(of finding: SegmentReport.Finding) -> Sentence? {
    let portrait = finding.segments.first.flatMap(reading.segment)
    if let portrait, portrait.isHidden { return nil }
    // The English of the report is better than nothing only where the page is English too.
    let text =
      FindingWords(reading: reading).text(of: finding)
      ?? (reading.words.isOfReports ? finding.text : "")
    guard !text.isEmpty else { return nil }
    let inputs = FindingInputs(reading: reading).inputs(of: finding)
    return Sentence(text: text, segment: portrait, inputs: inputs)
  }
}
