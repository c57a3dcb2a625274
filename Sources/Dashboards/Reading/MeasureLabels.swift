import Foundation
import Plots
import Segments

/// Gives every feature a label a shop owner reads: by role, by our own name, else its header.
struct MeasureLabels {
  let words: Words

  /// A label and how it follows a share: "of purchases", where the catalogue says it.
  struct Label: Equatable {
    let text: String
    let of: String?
  }

  /// The labels, all different, in the order of the features.
  func labels(of features: [SegmentReport.Feature]) -> [Label] {
    let keys = features.map(key)
    let wanted = zip(features, keys).map { feature, key in
      key.flatMap(words.find) ?? Self.readable(feature.name)
    }
    return zip(zip(wanted, unique(wanted, features)), keys).map { texts, key in
      Label(
        text: texts.1,
        of: texts.0 == texts.1 ? key.flatMap { words.find($0 + ".of") } : nil
      )
    }
  }

  private func unique(_ wanted: [String], _ features: [SegmentReport.Feature]) -> [String] {
    var labels = wanted
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

  /// The key of the words for a feature: our own name before its role.
  private func key(of feature: SegmentReport.Feature) -> String? {
    let names = [
      feature.unit == nil ? nil : "measure." + feature.name, feature.role.map { "role." + $0 },
    ]
    return names.compactMap(\.self).first { words.find($0) != nil }
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
