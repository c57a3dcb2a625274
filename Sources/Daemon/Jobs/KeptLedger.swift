import Segments
import Storage

/// The ledger of a dataset, fetched from the store part by part as it is needed.
struct KeptLedger {
  private(set) var known: Ledger
  private let dataset: String
  private let store: Store
  private var isWhole = false
  private var hasSheets = false
  private var waiting: WaitingHarvests

  init(of dataset: String, in store: Store, _ allowance: Allowance = .endless) throws {
    (self.dataset, self.store) = (dataset, store)
    waiting = WaitingHarvests(allowance)
    let opening = try store.ledger(.opening, of: dataset)
    isWhole = try opening.isEmpty || Ledger.isOfOldForm(opening: opening)
    known =
      try isWhole ? Ledger(chunks: store.ledger(.all, of: dataset)) : Ledger(opening: opening)
    known.allow(allowance)
  }

  /// Takes in a delivery; its orders wait for those of others, so that every shelf is written once.
  mutating func admit(_ harvest: Harvest) throws {
    try waiting.admit(harvest, to: &known)
  }

  /// Joins what waits; says of each delivery, in the order of their coming, whether it told anything new.
  mutating func join() throws -> [Bool] {
    guard !waiting.isEmpty else { return [] }
    // What a sheet says of customers who have nothing new need not be added up again.
    try fetch(.sheets)
    try fetch(known.parts(for: waiting.harvests))
    return try waiting.join(with: &known)
  }

  /// Removes everything that is known of one person; gives how many orders, lines or rows that was.
  mutating func erase(_ person: Key) throws -> Int {
    try fetch(known.parts(of: person))
    try fetch(known.parts(withoutOrdersOf: person))
    return try known.erase(person)
  }

  /// The ledger with everything that features are made of.
  mutating func readyForStudy() throws -> Ledger {
    try fetch(.sheets)
    return known
  }

  /// Which deliveries what is known of a customer comes from.
  mutating func sources(of customer: Key) throws -> (byDelivery: [Int: Int], untraced: Int) {
    try fetch(known.parts(of: customer))
    return try known.sources(of: customer)
  }

  private mutating func fetch(_ parts: LedgerParts) throws {
    guard !isWhole, parts != .sheets || !hasSheets else { return }
    for some in known.slices(of: parts) {
      try known.take(some, store.ledger(some, of: dataset))
    }
    isWhole = isWhole || parts == .all
    hasSheets = hasSheets || parts == .sheets || isWhole
  }
}
