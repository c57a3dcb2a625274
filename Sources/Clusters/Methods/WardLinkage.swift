/// Joins clusters two by two until one is left, always such as are each other's cheapest partner.
///
/// Joining mutual partners wherever they are gives the same tree as always joining the cheapest
/// pair of all, because a merged cluster is never cheaper to join than both its halves were. So
/// all mutual pairs are joined in one *round*, and only clusters whose partner is gone look for
/// another one, on all cores. Clusters are named by their first row in the order by values; ties go
/// to the lower name, so the tree does not depend on chance.
struct WardLinkage {
  struct Merge: Sendable {
    /// The cluster that goes on under its name.
    var kept: Int32
    /// The cluster that is gone.
    var gone: Int32
    /// By how much the sum of squared distances to the centers grows.
    var cost: Double
  }

  private(set) var merges: [Merge] = []
  private var centers: LivingCenters
  private var partners: [WardPartner]
  /// Who has whom as partner: a chain of followers for each cluster; −1 ends it.
  private var firstFollower: [Int32]
  private var nextFollower: [Int32]
  private var lastFollower: [Int32]
  private var isTaken: [Bool]

  /// Joins everything; the merges stand in the order in which they were made.
  init(of rows: DistinctRows) {
    let count = rows.sizes.count
    centers = LivingCenters(rows.inSpace, centers: rows.columns, sizes: rows.sizes)
    partners = [WardPartner](repeating: .init(id: -1, cost: .infinity), count: count)
    firstFollower = [Int32](repeating: -1, count: count)
    nextFollower = [Int32](repeating: -1, count: count)
    lastFollower = [Int32](repeating: -1, count: count)
    isTaken = [Bool](repeating: false, count: count)
    merges.reserveCapacity(count)
    var seekers = rows.inSpace
    var builtFor = count
    while centers.livingCount > 1 {
      find(seekers)
      let pairs = mutualPairs(among: seekers)
      precondition(!pairs.isEmpty, "the cheapest pair of all is always mutual")
      join(pairs)
      seekers = lonely(after: pairs)
      if centers.livingCount * 2 < builtFor {
        centers = centers.compacted()
        builtFor = centers.livingCount
      }
      let known = centers
      seekers.sort { known.place(of: $0) < known.place(of: $1) }
    }
  }

  /// Finds the partners of clusters that have none.
  private mutating func find(_ seekers: [Int32]) {
    let known = centers
    let found = known.partners(of: seekers.map { known.place(of: $0) })
    for (seeker, partner) in zip(seekers, found) { follow(seeker, partner) }
    // Rounding may make a merged cluster cheaper than its halves were. Whoever is chosen at a
    // lower cost than that of his own choice changes it: so the cheapest choice is mutual.
    for (seeker, partner) in zip(seekers, found) {
      let other = partners[Int(partner.id)]
      if partner.cost < other.cost || (partner.cost == other.cost && seeker < other.id) {
        unfollow(partner.id)
        follow(partner.id, .init(id: seeker, cost: partner.cost))
      }
    }
  }

  private mutating func mutualPairs(among seekers: [Int32]) -> [(Int32, Int32)] {
    var pairs: [(Int32, Int32)] = []
    for seeker in seekers where !isTaken[Int(seeker)] {
      let partner = partners[Int(seeker)].id
      guard partners[Int(partner)].id == seeker else { continue }
      isTaken[Int(seeker)] = true
      isTaken[Int(partner)] = true
      pairs.append((min(seeker, partner), max(seeker, partner)))
    }
    return pairs
  }

  private mutating func join(_ pairs: [(Int32, Int32)]) {
    for (kept, gone) in pairs {
      merges.append(.init(kept: kept, gone: gone, cost: partners[Int(kept)].cost))
      centers.merge(kept, gone)
    }
  }

  /// The merged clusters and those that followed one of their halves; nobody follows them now.
  private mutating func lonely(after pairs: [(Int32, Int32)]) -> [Int32] {
    var seekers: [Int32] = []
    for (kept, gone) in pairs {
      seekers.append(kept)
      for half in [kept, gone] {
        var follower = firstFollower[Int(half)]
        while follower >= 0 {
          if !isTaken[Int(follower)] { seekers.append(follower) }
          follower = nextFollower[Int(follower)]
        }
        firstFollower[Int(half)] = -1
      }
    }
    for (kept, gone) in pairs {
      isTaken[Int(kept)] = false
      isTaken[Int(gone)] = false
    }
    return seekers
  }

  private mutating func follow(_ follower: Int32, _ partner: WardPartner) {
    let next = firstFollower[Int(partner.id)]
    partners[Int(follower)] = partner
    nextFollower[Int(follower)] = next
    lastFollower[Int(follower)] = -1
    if next >= 0 { lastFollower[Int(next)] = follower }
    firstFollower[Int(partner.id)] = follower
  }

  private mutating func unfollow(_ follower: Int32) {
    let next = nextFollower[Int(follower)]
    let last = lastFollower[Int(follower)]
    if next >= 0 { lastFollower[Int(next)] = last }
    if last >= 0 {
      nextFollower[Int(last)] = next
    } else {
      firstFollower[Int(partners[Int(follower)].id)] = next
    }
  }
}
