import Plots
import Segments

/// What the numbers of a report show, in sentences that are true by rule.
///
/// For reports that bring few findings of their own.
struct Observations {
  let reading: Reading

  /// The sentences, the most telling first.
  var all: [Sentences.Sentence] {
    guard reading.isSegmented else { return base }
    return value + deviations
  }

  private func say(
    _ id: String,
    _ values: [String: String],
    _ segment: Portrait? = nil
  )
    -> Sentences.Sentence
  {
    Sentences.Sentence(text: reading.words(id, values), segment: segment)
  }

  /// Who brings more, and who less, than their number.
  private var value: [Sentences.Sentence] {
    guard let value = reading.value else { return [] }
    let format = reading.format
    let known = reading.shown.filter { $0.facts.valueShare != nil && $0.facts.share > 0 }
    let ranked = known.sorted { ratio($0) > ratio($1) }
    var found: [Sentences.Sentence] = []
    for (portrait, isWanted) in [
      (ranked.first, { $0 >= 1.3 }), (ranked.last, { $0 <= 0.6 }),
    ] as [(Portrait?, (Double) -> Bool)] {
      guard let portrait, let share = portrait.facts.valueShare, isWanted(ratio(portrait)) else {
        continue
      }
      found.append(
        say(
          "observe.value",
          [
            "segment": portrait.name, "customers": format.percent(portrait.facts.share),
            "share": format.percent(share), "of": value.of,
          ],
          portrait
        )
      )
    }
    return found
  }

  private func ratio(_ portrait: Portrait) -> Double {
    (portrait.facts.valueShare ?? 0) / max(portrait.facts.share, 1e-9)
  }

  /// How each segment differs most from the average customer.
  private var deviations: [Sentences.Sentence] {
    reading.shown.compactMap { portrait in
      let traits = reading.varying.compactMap { measure in
        portrait.value(of: measure).map { (measure, $0) }
      }
      guard let (measure, value) = traits.max(by: { $0.1.z.magnitude < $1.1.z.magnitude }),
        value.z.magnitude >= 0.8
      else { return nil }
      return say(
        value.z > 0 ? "observe.high" : "observe.low",
        [
          "segment": portrait.name, "measure": measure.inner,
          "here": measure.text(value.median), "all": measure.text(measure.facts.median),
        ],
        portrait
      )
    }
  }

  /// What is true without segments.
  private var base: [Sentences.Sentence] {
    var found: [Sentences.Sentence] = []
    if !reading.isSegmented { found.append(say(Headlines(reading: reading).whyOne, [:])) }
    for measure in reading.varying.prefix(4) {
      found.append(
        say(
          "observe.median",
          [
            "measure": measure.label, "median": measure.text(measure.facts.median),
            "low": measure.text(measure.facts.box.q25), "high": measure.text(measure.facts.box.q75),
          ]
        )
      )
    }
    return found
  }
}
