import Plots
import Segments

/// Writes the message of each page: one sentence that can be read alone.
struct Headlines {
  let reading: Reading

  var words: Words { reading.words }
  var format: NumberFormat { reading.format }

  /// The message of a page of the standard template; its name for pages of other templates.
  func title(of page: String) -> String {
    switch page {
    case "summary": return summary
    case "contents": return words("headline.contents")
    case "base": return base
    case "rfm": return words("headline.rfm")
    case "segments": return segments
    case "profiles": return profiles ?? words("headline.profiles")
    case "distributions": return distributions ?? words("headline.distributions")
    case "boxes": return boxes ?? words("headline.boxes")
    case "comparison": return comparison ?? words("headline.comparison")
    case "shapes": return shapes ?? words("headline.shapes")
    case "steps": return words("headline.steps")
    case "clouds": return words("headline.clouds")
    case "tails": return tails ?? words("headline.tails")
    case "averages": return averages ?? words("headline.averages")
    case "measures": return measures ?? words("headline.measures")
    case "relations": return relations
    case "pairs": return pairs ?? words("headline.pairs")
    case "map": return map
    case "why-k": return whyK
    case "methods-tried": return tried
    case "movement": return ChangeWords(reading: reading).movement
    case "development": return ChangeWords(reading: reading).development
    case "quality": return quality
    case "methods": return words("headline.methods")
    default: return words.find("page." + page) ?? MeasureLabels.readable(page)
    }
  }

  /// The message of a page about one segment: "A High spenders: 33% of customers, 61% of purchases".
  func title(of portrait: Portrait) -> String {
    let name = portrait.letter + " " + portrait.name
    var parts = [words("card.share", ["share": format.percent(portrait.facts.share)])]
    if let value = reading.value, let share = portrait.facts.valueShare {
      parts.append(words("card.value-share", ["share": format.percent(share), "of": value.of]))
    }
    return name + ": " + parts.joined(separator: ", ")
  }

  private var summary: String {
    guard reading.isSegmented else {
      return words(
        "headline.one",
        [
          "segment": reading.segments.first?.name ?? words("table.all"),
          "customers": reading.customers(reading.report.customers),
        ]
      )
    }
    if let concentration { return concentration }
    let largest = reading.shown.max { $0.size < $1.size }
    guard let largest else { return words("headline.plain") }
    return words(
      "headline.largest",
      [
        "k": words.small(reading.segments.count, format).capitalizedFirst,
        "segment": largest.name, "share": format.percent(largest.facts.share),
      ]
    )
  }

  /// "High spenders are 33% of customers and bring 61% of purchases"; nil when nobody stands out.
  var concentration: String? {
    guard let value = reading.value else { return nil }
    let known = reading.shown.filter { $0.facts.valueShare != nil && $0.facts.share > 0 }
    let best = known.max { one, other in
      (one.facts.valueShare ?? 0) - one.facts.share
        < (other.facts.valueShare ?? 0) - other.facts.share
    }
    guard let best, let share = best.facts.valueShare, share >= 1.15 * best.facts.share else {
      return nil
    }
    return words(
      "headline.value",
      [
        "segment": best.name, "customers": format.percent(best.facts.share),
        "share": format.percent(share), "of": value.of,
      ]
    )
  }

  /// Why there is only one segment.
  var whyOne: String {
    let id = "one." + reading.report.choice.rule
    return words.find(id) == nil ? "one.other" : id
  }

  private var segments: String {
    let count = words.small(reading.segments.count, format).capitalizedFirst
    let ranked = reading.segments.compactMap(\.facts.valueShare).sorted(by: >)
    guard let value = reading.value, ranked.count > 2, !reading.segments.contains(where: \.isHidden)
    else { return words("headline.segments", ["k": count]) }
    return words(
      "headline.segments.value",
      [
        "k": count, "share": format.percent(ranked.prefix(2).reduce(0, +)),
        "of": value.of,
      ]
    )
  }

  private var relations: String {
    guard let pair = reading.pairs.first, pair.r.magnitude >= 0.2 else {
      return words("headline.relations.none")
    }
    return words(
      pair.r > 0 ? "headline.relations" : "headline.relations.against",
      ["one": pair.one.label, "other": pair.other.inner]
    )
  }

  private var map: String {
    guard reading.isSegmented, let silhouette = Verdict(reading: reading).chosen?.silhouette else {
      return words("headline.map.plain")
    }
    return words(
      "headline.map." + Verdict.word(for: silhouette),
      ["k": words.small(reading.segments.count, format).capitalizedFirst]
    )
  }

  private var whyK: String {
    let k = reading.segments.count
    let values = ["k": words.small(k, format).capitalizedFirst]
    guard reading.isSegmented else { return words("headline.why.one") }
    return reading.report.choice.rule == "highest-merit"
      ? words("headline.why.best", values) : words("headline.why", values)
  }

  private var tried: String {
    let done = reading.report.candidates.filter { $0.skipped == nil }
    let methods = Set(done.map(\.method)).count
    return words(
      "headline.tried",
      [
        "n": words.small(done.count, format).capitalizedFirst,
        "methods": words(
          "methods.count." + (methods == 1 ? "one" : "other"),
          ["n": words.small(methods, format)]
        ),
      ]
    )
  }

  private var quality: String {
    let rows = reading.report.rows
    guard rows.read > 0 else { return words("headline.quality.none") }
    return rows.kept == rows.read
      ? words("headline.quality.all", ["n": format.integer(rows.read)])
      : words(
        "headline.quality",
        ["kept": format.integer(rows.kept), "n": format.integer(rows.read)]
      )
  }
}
