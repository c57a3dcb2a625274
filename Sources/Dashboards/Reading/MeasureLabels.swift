import Foundation
import Plots
import Segments

/// Gives every feature a label a shop owner reads: by role, by our own name, else its header.
struct MeasureLabels {
  let words: Words

  /// The labels, all different, in the order of the features.
  func labels(of features: [SegmentReport.Feature]) -> [String] {
    var labels = features.map { word(for: $0) ?? Self.readable($0.name) }
    let doubled = Dictionary(grouping: labels.indices) { labels[$0].lowercased() }
    for places in doubled.values where places.count > 1 {
      for place in places { labels[place] = Self.readable(features[place].name) }
    }
    var taken: [String: Int] = [:]
    for place in labels.indices {
      let count = (taken[labels[place].lowercased()] ?? 0) + 1
      taken[labels[place].lowercased()] = count
      if count > 1 { labels[place] += " (\(count))" }
    }
    return labels
  }

  private func word(for feature: SegmentReport.Feature) -> String? {
    if feature.unit != nil, let word = words.find("measure." + feature.name) { return word }
    guard let role = feature.role else { return nil }
    return words.find("role." + role)
  }

  /// `info_perfil` → `Info perfil`; what is already readable stays.
  static func readable(_ header: String) -> String {
    var text = ""
    for character in header {
      let isGap = character == "_" || character.isWhitespace
      if isGap, text.isEmpty || text.last == " " { continue }
      text.append(isGap ? " " : character)
    }
    text = SafeText.label(text.trimmingCharacters(in: .whitespaces))
    guard let first = text.first else { return "–" }
    return first.isLowercase ? first.uppercased() + text.dropFirst() : text
  }
}
