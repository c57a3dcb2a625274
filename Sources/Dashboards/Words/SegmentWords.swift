import Plots
import Segments

/// Says the name of a segment and what to do about it in the language of the pages.
///
/// Names the user gave stay as they are; names of the house are made anew from the rule that made them.
struct SegmentWords {
  let words: Words
  let measures: [Measure]

  /// The name of a segment.
  func name(of segment: SegmentReport.Segment) -> String {
    guard !words.isOfReports, let facts = segment.naming, let name = name(facts) else {
      return SafeText.label(segment.name)
    }
    return SafeText.label(
      facts.group.map { words("name.group", ["name": name, "letter": $0]) } ?? name
    )
  }

  /// A name of which only the English words are known, such as that of a segment that is gone.
  func name(fromReport name: String) -> String {
    let own = words.isOfReports ? nil : words.find("name." + SegmentReport.NameFacts.rule(of: name))
    return SafeText.label(own ?? name)
  }

  /// What is recommended for a segment.
  func actions(for segment: SegmentReport.Segment) -> [String] {
    guard !words.isOfReports, let rule = segment.naming?.action,
      let own = words.find("action." + rule)
    else { return segment.actions.map(SafeText.label) }
    return [own]
  }

  private func name(_ facts: SegmentReport.NameFacts) -> String? {
    guard let first = facts.traits.first else { return words.find("name." + facts.rule) }
    let one = ["measure": label(first)]
    switch facts.rule {
    case "trait": return words("name.trait." + first.level, one).capitalizedFirst
    case "somewhat": return words("name.trait.somewhat-" + first.level, one).capitalizedFirst
    case "typical-trait":
      return words("name.typical-trait", ["trait": words("trait." + first.level, one)])
    case "two-traits":
      guard let second = facts.traits.dropFirst().first else { return nil }
      let kind = first.level == second.level ? "both" : "mixed"
      let both = ["one": label(first), "other": label(second)]
      return words("name.\(kind)." + first.level, both).capitalizedFirst
    default: return nil
    }
  }

  private func label(_ trait: SegmentReport.Trait) -> String {
    measures.first { $0.facts.name == trait.feature }?.inner ?? trait.feature
  }
}
