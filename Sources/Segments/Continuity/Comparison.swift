/// Puts a run beside the one before: which segment goes on from which, who moved, what has shifted.
struct Comparison {
  let past: PastRuns
  let choice: ContinuityChoice
  let table: FeatureTable
  let groups: SegmentGroups
  /// The day of the newest order now, where there are dates.
  let asOf: Int32?
  let lineage: Lineage
  /// For each customer now, what the run before knows; `nil` for one it does not.
  let known: [Membership.Member?]

  init(
    past: PastRuns,
    choice: ContinuityChoice,
    table: FeatureTable,
    groups: SegmentGroups,
    asOf: Int32?,
  ) {
    self.past = past
    self.choice = choice
    self.table = table
    self.groups = groups
    self.asOf = asOf
    let known = Self.joined(table.customers, with: past.members?.members ?? [])
    self.known = known
    guard let previous = past.previous, past.members != nil else {
      let highest = past.memories.map(\.highestId).max() ?? 0
      lineage =
        highest == 0
        ? Lineage(first: groups.count)
        : Lineage(
          Overlap(
            before: [],
            shared: [],
            sizesBefore: [],
            sizesNow: [Int](repeating: 0, count: groups.count),
          ),
          threshold: choice.leastOverlap,
          highestId: highest,
        )
      return
    }
    let overlap = Overlap(
      joined: known.map { $0?.segment },
      ids: groups.ids,
      count: groups.count,
      before: previous.segments.map(\.id).sorted(),
    )
    lineage = Lineage(overlap, threshold: choice.leastOverlap, highestId: previous.highestId)
  }

  /// Both lists are in the order of keys, so one walk along both is enough.
  private static func joined(
    _ keys: [Key],
    with members: [Membership.Member],
  ) -> [Membership.Member?] {
    var place = 0
    return keys.map { key in
      while place < members.count, members[place].key < key { place += 1 }
      return place < members.count && members[place].key == key ? members[place] : nil
    }
  }

  /// The id of a segment that `groups` numbers from 1; 0 stays 0.
  func id(of group: Int) -> Int { group == 0 ? 0 : lineage.descents[group - 1].id }

  /// The segment id of each customer.
  var ids: [Int] { groups.ids.map { id(of: $0) } }

  /// Names that segments had in the run before, by place.
  var formerNames: [Int: String] {
    guard let previous = past.previous, past.members != nil else { return [:] }
    let names = Dictionary(
      previous.segments.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first },
    )
    var former: [Int: String] = [:]
    for (place, descent) in lineage.descents.enumerated() where descent.similarity > 0 {
      former[place] = names[descent.id]
    }
    return former
  }

  /// What each customer has brought, where a feature says so.
  var values: [Double?]? {
    table.valueFeature.flatMap { table.feature(named: $0) }?.values
  }

  /// The day of each customer's last order, where there are dates.
  func lastDay(of row: Int) -> Int32? {
    guard let asOf, let days = table.feature(named: "recency")?.values[row] else { return nil }
    return asOf - Int32(clamping: Int(days))
  }

  /// Segments with the ids, letters and relations of their lineage; names come later.
  func placed(_ segments: [SegmentReport.Segment]) -> [SegmentReport.Segment] {
    segments.indices.map { place in
      var segment = segments[place]
      segment.id = lineage.descents[place].id
      segment.letter = Profiler.letter(segment.id)
      segment.continuity =
        past.previous == nil ? nil : lineage.descents[place].relation.rawValue
      return segment
    }
  }

  /// What the report says about the lineage.
  func continuity(_ segments: [SegmentReport.Segment]) -> SegmentReport.Continuity {
    let former = formerNames
    let before = Dictionary(
      (past.previous?.segments ?? []).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first },
    )
    return SegmentReport.Continuity(
      previousRun: past.previous?.run,
      leastOverlap: choice.leastOverlap,
      segments: lineage.descents.enumerated().map { place, descent in
        SegmentReport.Descent(
          id: descent.id,
          relation: descent.relation,
          from: descent.from,
          similarity: descent.similarity,
          formerName: former[place].flatMap { $0 == segments[place].name ? nil : $0 },
        )
      },
      gone: lineage.endings.compactMap { ending in
        before[ending.id].map {
          SegmentReport.Ending(
            id: $0.id,
            letter: $0.letter,
            name: $0.name,
            size: $0.size,
            into: ending.into,
          )
        }
      },
      highestId: lineage.highestId,
    )
  }

  /// What the next run needs to know of each customer: those of now, and those who were once known.
  var membership: Membership {
    let ids = ids
    let values = values
    var members = table.customers.indices.map { row in
      Membership.Member(
        key: table.customers[row],
        segment: ids[row],
        value: values?[row],
        lastDay: lastDay(of: row),
      )
    }
    members += gone.map { member in
      var absent = member
      absent.segment = nil
      return absent
    }
    return Membership(members)
  }

  /// Customers of the run before, or of an earlier one, that are not in the data now.
  var gone: [Membership.Member] {
    var place = 0
    return (past.members?.members ?? []).filter { member in
      while place < table.customers.count, table.customers[place] < member.key { place += 1 }
      return !(place < table.customers.count && table.customers[place] == member.key)
    }
  }
}
