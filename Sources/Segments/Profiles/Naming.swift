/// Names segments by written rules from the way they differ, so that a name says something and is unique.
///
/// 1. Orders: rules on the medians of recency, frequency, monetary and tenure against all customers.
/// 2. Known roles: the strongest deviation of a clustered role, in the words of `words(for:level:)`.
/// 3. Other measures: the one or two strongest deviations with the column's own words.
/// 4. A name that is taken gets the next deviation that tells the two apart.
struct Naming {
  let features: [SegmentReport.Feature]
  let grain: SegmentReport.Grain
  private let measures: MeasureNames

  init(features: [SegmentReport.Feature], grain: SegmentReport.Grain) {
    self.features = features
    self.grain = grain
    measures = MeasureNames(features)
  }

  /// Gives every segment a name and its reason, in the order of their ids.
  ///
  /// - Parameter former: names that segments had in the run before, by place; a name that would still be true
  ///   is kept.
  func name(_ segments: inout [SegmentReport.Segment], keeping former: [Int: String] = [:]) {
    guard segments.count > 1 else {
      for place in segments.indices {
        segments[place].name = "All customers"
        segments[place].naming = .init(rule: "all-customers")
        segments[place].why = "There is one group only."
      }
      return
    }
    var taken: Set<String> = []
    for place in segments.indices {
      guard let name = former[place], !taken.contains(name.lowercased()),
        var option = option(named: name, for: segments[place])
      else { continue }
      taken.insert(name.lowercased())
      option.name = name
      option.put(on: &segments[place])
    }
    for place in order(of: segments) where segments[place].name.isEmpty {
      let options = options(for: segments[place])
      let option =
        options.first { !taken.contains($0.name.lowercased()) }
        ?? options[0].inGroup(segments[place].letter)
      taken.insert(option.name.lowercased())
      option.put(on: &segments[place])
    }
  }

  /// Why a name is true of a segment, or `nil` where it is not.
  private func option(named name: String, for segment: SegmentReport.Segment) -> Option? {
    for option in options(for: segment) {
      if name == option.name { return option }
      let prefix = option.name + ", group "
      if name.hasPrefix(prefix) { return option.inGroup(String(name.dropFirst(prefix.count))) }
    }
    return nil
  }

  /// Buyers are named by what they bring; others by how far they stand out, so that the segment a
  /// word fits best has the first claim on it.
  private func order(of segments: [SegmentReport.Segment]) -> [Int] {
    guard grain.isCustomers else { return Array(segments.indices) }
    let strengths = segments.map { segment in
      segment.traits.first { isClustered($0.feature) }?.z.magnitude ?? 0
    }
    return segments.indices.sorted {
      strengths[$0] == strengths[$1] ? $0 < $1 : strengths[$0] > strengths[$1]
    }
  }

  /// A name that would be true, and why.
  private struct Option {
    var name: String
    var why: String
    var facts: SegmentReport.NameFacts

    init(_ name: String, _ why: String, _ rule: String? = nil, _ traits: [SegmentReport.Trait] = [])
    {
      self.name = name
      self.why = why
      facts = .init(rule: rule ?? SegmentReport.NameFacts.rule(of: name), traits: traits)
    }

    /// The same name, told apart by a letter.
    func inGroup(_ letter: String) -> Option {
      var option = self
      option.name += ", group \(letter)"
      option.facts.group = letter
      return option
    }

    func put(on segment: inout SegmentReport.Segment) {
      segment.name = name
      segment.naming = facts
      segment.why = why
    }
  }

  /// Names that would be true, best first; never empty.
  private func options(for segment: SegmentReport.Segment) -> [Option] {
    let traits = segment.traits.filter { isClustered($0.feature) && $0.z.magnitude >= 0.4 }
    var options: [Option] = []
    if !grain.isCustomers { options += buyerOptions(segment) }
    let known = traits.compactMap { trait in
      words(for: trait).map { Option($0, reason([trait])) }
    }
    let pairs = self.pairs(traits)
    if let first = traits.first, words(for: first) == nil { options += pairs }
    options += known
    options += traits.map { trait in
      let isMild = trait.z.magnitude < 0.8
      let words = isMild ? "somewhat \(phrase(trait))" : phrase(trait)
      return Option(
        Self.capitalized(words),
        reason([trait]),
        isMild ? "somewhat" : "trait",
        [trait]
      )
    }
    if traits.isEmpty {
      options.append(
        Option("Typical customers", "No clustered measure lies far from the average customer's.")
      )
    }
    options += pairs
    let mild = segment.traits.filter { $0.z.magnitude < 0.4 || !isClustered($0.feature) }
    options += mild.map { trait in
      Option(
        "Typical customers, \(phrase(trait))",
        reason([trait]),
        "typical-trait",
        [trait]
      )
    }
    return options
  }

  /// "High income, low spending score": the two strongest deviations together.
  private func pairs(_ traits: [SegmentReport.Trait]) -> [Option] {
    guard let first = traits.first else { return [] }
    let partners = traits.dropFirst().filter { $0.z.magnitude >= 0.5 * first.z.magnitude }
    let pairs: [Option] = partners.map { second in
      let name =
        first.level == second.level
        ? "\(phrase(first)) and \(label(second.feature))" : "\(phrase(first)), \(phrase(second))"
      return Option(
        Self.capitalized(name),
        reason([first, second]),
        "two-traits",
        [first, second]
      )
    }
    return pairs + [Option(Self.capitalized(phrase(first)), reason([first]), "trait", [first])]
  }

  private func isClustered(_ name: String) -> Bool {
    features.contains { $0.name == name && $0.clustered }
  }

  private func reason(_ traits: [SegmentReport.Trait]) -> String {
    let parts = traits.map { trait in
      let size = (trait.z.magnitude * 10).rounded() / 10
      return "\(label(trait.feature)) lies \(size) standard deviations "
        + (trait.z > 0 ? "above" : "below") + " the average"
    }
    return parts.joined(separator: "; ") + "."
  }

  private func phrase(_ trait: SegmentReport.Trait) -> String {
    "\(trait.level) \(label(trait.feature))"
  }

  private func label(_ name: String) -> String { measures[name] }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

// MARK: - Words

extension Naming {
  /// What a role's deviation makes of customers, or `nil` where the role has no such word.
  private func words(for trait: SegmentReport.Trait) -> String? {
    let role = features.first { $0.name == trait.feature }?.role.flatMap(Role.init(rawValue:))
    let isHigh = trait.level == "high"
    switch role {
    case .spend: return isHigh ? "High spenders" : "Light spenders"
    case .discount: return isHigh ? "Active savers" : "Full-price buyers"
    case .visits: return isHigh ? "Frequent visitors" : "Rare visitors"
    case .clicks: return isHigh ? "Keen browsers" : "Brief browsers"
    case .orders: return isHigh ? "Frequent buyers" : "Occasional buyers"
    case .items: return isHigh ? "Bulk buyers" : "Few-item buyers"
    case .recency: return isHigh ? "Lapsed customers" : "Recent customers"
    case .tenure: return isHigh ? "Long-standing customers" : "New customers"
    case .averageOrderValue: return isHigh ? "Big-basket buyers" : "Small-basket buyers"
    case .age: return isHigh ? "Older customers" : "Younger customers"
    case .refund: return isHigh ? "Frequent returners" : nil
    case .customer, .order, .date, .time, .updated, .amount, .price, .quantity, .status,
      .cancelled, .test, .currency, .product, .category, nil:
      return nil
    }
  }

  /// Names for buyers, by the medians of the segment against those of all customers.
  private func buyerOptions(_ segment: SegmentReport.Segment) -> [Option] {
    guard let recency = position("recency", segment), let orders = position("frequency", segment),
      let spend = position("monetary", segment)
    else { return [] }
    let tenure = position("tenure", segment) ?? recency
    let isRecent = recency < 0.4
    let isLapsed = recency > 0.6
    var options: [Option] = []
    func add(_ name: String, _ why: String) { options.append(Option(name, why)) }
    if isRecent, orders > 0.7, spend > 0.7 {
      add("Best customers", "Ordered more recently, more often and for more than most.")
      add("Loyal customers", "Ordered more recently, more often and for more than most.")
    }
    if isLapsed, orders > 0.6 || spend > 0.6 {
      add("Slipping regulars", "Ordered often or much, but not lately.")
    }
    let basket = position("averageOrderValue", segment) ?? 0.5
    if basket > 0.8, spend > 0.7, orders < 0.75 {
      add("Big-basket buyers", "Spend more than most because their orders are large.")
    }
    if orders > 0.6, spend > 0.6 {
      add("Loyal customers", "Order often and spend more than most.")
    }
    if isRecent, orders < 0.55, tenure < 0.4 {
      add("New customers", "First and last orders are recent, and there are few of them.")
    }
    if isLapsed, orders < 0.55 {
      let isOneTime = (segment.features["frequency"]?.median ?? 0) <= 1
      add(
        isOneTime ? "Lapsed one-time buyers" : "Lapsed buyers",
        "Fewer orders than most, the last one long ago.",
      )
    }
    if isRecent { add("Active customers", "Ordered recently, with middling numbers otherwise.") }
    if spend > 0.6 { add("Big-basket buyers", "Spend more than most, with few orders.") }
    add("Occasional buyers", "Fewer orders than most, neither very recent nor long lapsed.")
    return options
  }

  /// The place of a segment's median among all customers, 0 … 1, by the percentiles of the report.
  private func position(_ name: String, _ segment: SegmentReport.Segment) -> Double? {
    guard let feature = features.first(where: { $0.name == name }),
      let median = segment.features[name]?.median
    else { return nil }
    let below = feature.quantiles.count { $0 < median }
    let upTo = feature.quantiles.count { $0 <= median }
    return Double(below + upTo) / Double(2 * max(1, feature.quantiles.count))
  }
}
