import Segments

/// Says in a few words how a segment differs from the average customer.
struct Traits {
  let reading: Reading

  /// "high spend, few visits"; a plain word when nothing differs much.
  func text(of portrait: Portrait, most count: Int = 3) -> String {
    guard !portrait.isHidden else {
      return reading.words("customers.few", ["n": "\(reading.style.smallestCell)"])
    }
    let strong = strongest(of: portrait).prefix(count).filter { $0.z.magnitude >= 0.3 }
    guard !strong.isEmpty else { return reading.words("trait.none") }
    return strong.map { trait in
      if let word = word(for: trait.measure, isHigh: trait.z > 0) { return word }
      let key =
        trait.z.magnitude >= 1.2
        ? (trait.z > 0 ? "trait.very-high" : "trait.very-low")
        : (trait.z > 0 ? "trait.high" : "trait.low")
      return reading.words(key, ["measure": trait.measure.inner])
    }.joined(separator: ", ")
  }

  /// How people say it of this measure: by our own name before its role; nil where there is no such word.
  private func word(for measure: Measure, isHigh: Bool) -> String? {
    let facts = measure.facts
    let names = [facts.unit == nil ? nil : facts.name, facts.role]
    return names.compactMap(\.self).lazy
      .compactMap { reading.words.find("trait.\($0).\(isHigh ? "high" : "low")") }
      .first
  }

  /// The measures in which a segment differs from the average, strongest first.
  func strongest(of portrait: Portrait) -> [(measure: Measure, z: Double)] {
    let traits = reading.varying.compactMap { measure in
      portrait.value(of: measure).map { (measure: measure, z: $0.z) }
    }
    return traits.sorted { one, other in
      one.z.magnitude == other.z.magnitude
        ? one.measure.place < other.measure.place : one.z.magnitude > other.z.magnitude
    }
  }
}
