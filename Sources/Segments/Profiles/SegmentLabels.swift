/// Puts the configured names on segments that were named by rules, and says what to do about each.
struct SegmentLabels {
  let naming: SegmentNaming
  /// Segment name (old, new or its letter) to what to do about it.
  let actions: [String: String]

  func apply(to segments: inout [SegmentReport.Segment]) {
    for place in segments.indices {
      let known = [segments[place].name, segments[place].letter]
      rename(&segments[place])
      let keys = [segments[place].name] + known
      let own = Self.entry(actions, keys)
      let standard = own == nil ? keys.first { !SegmentActions.standard(for: $0).isEmpty } : nil
      segments[place].naming?.action = standard.map(SegmentReport.NameFacts.rule)
      segments[place].actions =
        own.map { [$0] } ?? standard.map { SegmentActions.standard(for: $0) } ?? []
    }
    tellApart(&segments)
  }

  /// What the rules called a segment of this name, so that it can keep that name in the next run.
  func original(of name: String) -> String {
    guard case .table(let table) = naming else { return name }
    return table.sorted { $0.key < $1.key }.first { $0.value == name }?.key ?? name
  }

  private func rename(_ segment: inout SegmentReport.Segment) {
    guard case .table(let table) = naming,
      let name = Self.entry(table, [segment.name, segment.letter]), !name.isEmpty
    else { return }
    segment.why = "Named in the configuration; by its numbers: \(segment.name). \(segment.why)"
    segment.name = name
    segment.naming = .init(rule: "configured")
  }

  /// Two segments of one name are told apart by their letters.
  private func tellApart(_ segments: inout [SegmentReport.Segment]) {
    let same = Dictionary(grouping: segments.indices) { segments[$0].name.lowercased() }
    for places in same.values where places.count > 1 {
      for place in places {
        let letter = segments[place].letter
        segments[place].name += ", group \(letter)"
        segments[place].naming?.group = letter
      }
    }
  }

  /// The entry of the first key there is, whatever its case.
  private static func entry(_ table: [String: String], _ keys: [String]) -> String? {
    let sorted = table.sorted { $0.key < $1.key }
    for key in keys {
      let found =
        sorted.first { $0.key == key }
        ?? sorted.first { $0.key.lowercased() == key.lowercased() }
      if let found { return found.value }
    }
    return nil
  }
}
