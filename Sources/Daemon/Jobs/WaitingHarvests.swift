import Segments

/// Deliveries that a ledger has admitted and whose orders wait for those of others, so that every shelf is read and
/// written once.
struct WaitingHarvests {
  private let allowance: Allowance
  private(set) var harvests: [Harvest] = []
  /// How much memory they take.
  private var bytes = 0

  init(_ allowance: Allowance = .endless) {
    self.allowance = allowance
  }

  var isEmpty: Bool { harvests.isEmpty }

  /// Takes in a delivery; one that does not fit throws before anything changes.
  mutating func admit(_ harvest: Harvest, to ledger: inout Ledger) throws {
    try ledger.admit(harvest)
    harvests.append(harvest)
    bytes += harvest.memoryBytes
    guard bytes > allowance.harvestBytes else { return }
    for place in harvests.indices { try harvests[place].spill() }
    bytes = harvests.reduce(0) { $0 + $1.memoryBytes }
  }

  /// Counts a delivery in which nothing is left; those before it are joined first, because the order of
  /// acceptance counts it too.
  mutating func passOver(in ledger: inout Ledger) throws {
    try join(with: &ledger)
    ledger.passOver()
  }

  /// Joins all that wait; says of each, in the order of their coming, whether it told anything new.
  @discardableResult
  mutating func join(with ledger: inout Ledger) throws -> [Bool] {
    guard !harvests.isEmpty else { return [] }
    defer { (harvests, bytes) = ([], 0) }
    return try ledger.join(harvests)
  }
}
