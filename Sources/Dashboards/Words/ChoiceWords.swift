import Plots
import Segments

/// Says why the segments are what they are, from the rule of the choice and its numbers.
struct ChoiceWords {
  let reading: Reading

  private var choice: SegmentReport.ChoiceFacts { reading.report.choice }

  /// Paragraphs for the reader, one thought each.
  var paragraphs: [String] {
    [reason, continuum, flattered, weakest, alike, criteria, borders].compactMap(\.self)
  }

  /// "k-means with 3 groups".
  func method(_ name: String, _ k: Int?) -> String {
    let method = reading.words("method." + name)
    guard let k else { return method }
    return reading.words(
      "choice.method",
      ["method": method, "k": reading.words.small(k, reading.format)]
    )
  }

  private var reason: String? {
    let words = reading.words
    let rule = choice.rule.hasPrefix("by-") ? "configured" : choice.rule
    guard words.find("choice." + rule) != nil else {
      return words.isOfReports ? choice.why : nil
    }
    var values = [
      "method": method(choice.method, choice.k),
      "candidates": reading.format.number(choice.numbers["candidates"] ?? 0),
      "customers": reading.customers(reading.report.customers),
    ]
    for (name, number) in choice.numbers where values[name] == nil {
      values[name] =
        number == number.rounded() && number.magnitude < 1e6
        ? reading.format.integer(Int(number)) : reading.format.fixed(number, decimals: 2)
    }
    return words("choice." + rule, values)
  }

  /// "No clear structure" where that is the truth.
  private var continuum: String? {
    guard reading.isSegmented, choice.structure == .continuum,
      let reference = choice.numbers["reference"]
    else { return nil }
    return reading.words(
      "choice.continuum",
      ["reference": reading.format.fixed(reference, decimals: 2)]
    )
  }

  /// How stable the least stable group is.
  private var weakest: String? {
    guard reading.isSegmented, let weakest = choice.numbers["weakest"] else { return nil }
    return reading.words(
      "choice.weakest",
      ["weakest": reading.format.fixed(weakest, decimals: 2)]
    )
  }

  /// How many other clusterings tell the same groups.
  private var alike: String? {
    guard let count = choice.numbers["alike"].map({ Int($0) }), count > 0 else { return nil }
    return reading.words(
      count == 1 ? "choice.alike.one" : "choice.alike.other",
      ["n": reading.words.small(count, reading.format).capitalizedFirst]
    )
  }

  /// The method that looks better only because it leaves customers out.
  private var flattered: String? {
    let candidates = reading.report.candidates
    guard let chosen = candidates.first(where: \.chosen), let best = chosen.silhouette else {
      return nil
    }
    let all = chosen.silhouetteOfAll ?? best
    let better = candidates.filter {
      $0.noise > 0 && $0.excluded == nil && ($0.silhouette ?? -1) > best
        && ($0.silhouetteOfAll ?? 1) < all
    }
    guard let other = better.max(by: { ($0.silhouette ?? -1) < ($1.silhouette ?? -1) }) else {
      return nil
    }
    return reading.words(
      "choice.flattered",
      [
        "method": method(other.method, other.k),
        "silhouette": reading.format.fixed(other.silhouette ?? 0, decimals: 2),
        "silhouetteOfAll": reading.format.fixed(other.silhouetteOfAll ?? 0, decimals: 2),
        "noise": reading.format.integer(other.noise),
        "share": reading.format.percent(
          Double(other.noise) / Double(max(1, reading.report.customers))
        ),
      ]
    )
  }

  /// Which criteria agree.
  private var criteria: String? {
    let method = ScoresPanel.method(reading)
    let tried = reading.report.candidates.filter { $0.method == method && $0.k != nil }
    guard tried.count > 2, let k = choice.k, reading.isSegmented else { return nil }
    var agreeing: [String] = []
    var others: [String] = []
    func weigh(_ id: String, _ best: Int?) {
      guard let best else { return }
      let name = reading.words("score." + id)
      if best == k {
        agreeing.append(name)
      } else {
        others.append(reading.words("choice.other", ["score": name, "k": "\(best)"]))
      }
    }
    func best(_ path: KeyPath<SegmentReport.CandidateFacts, Double?>, sign: Double) -> Int? {
      tried.filter { $0[keyPath: path] != nil }
        .max { sign * ($0[keyPath: path] ?? 0) < sign * ($1[keyPath: path] ?? 0) }?.k
    }
    weigh("silhouette", best(\.silhouette, sign: 1))
    weigh("calinski-harabasz", best(\.calinskiHarabasz, sign: 1))
    weigh("davies-bouldin", best(\.daviesBouldin, sign: -1))
    weigh("inertia", reading.report.curves.elbow?.knee)
    var parts: [String] = []
    if !agreeing.isEmpty {
      parts.append(
        reading.words(
          "choice.agree",
          ["scores": reading.words.list(agreeing), "k": "\(k)"]
        )
      )
    }
    if !others.isEmpty {
      parts.append(reading.words("choice.disagree", ["list": reading.words.list(others)]))
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Which segment to read with care.
  private var borders: String? {
    let profiles = reading.report.curves.silhouetteProfiles
    guard let worst = profiles.max(by: { $0.negativeShare < $1.negativeShare }),
      worst.negativeShare >= 0.02, let portrait = reading.segment(worst.segment),
      !portrait.isHidden, worst.negativeShare * Double(portrait.size) >= 5
    else { return nil }
    return reading.words(
      "choice.borders",
      ["segment": portrait.name, "share": reading.format.percent(worst.negativeShare)]
    )
  }
}
