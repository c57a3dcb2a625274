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
      if let role = trait.measure.facts.role,
        let word = reading.words.find("trait.\(role).\(trait.z > 0 ? "high" : "low")")
      {
        return word
      }
      let key =
        trait.z.magnitude >= 1.2
        ? (trait.z > 0 ? "trait.very-high" : "trait.very-low")
        : (trait.z > 0 ? "trait.high" : "trait.low")
      return reading.words(key, ["measure": trait.measure.inner])
    }.joined(separator: ", ")
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
