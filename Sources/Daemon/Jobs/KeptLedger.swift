import Segments
import Storage

/// The ledger of a dataset, fetched from the store part by part as it is needed.
struct KeptLedger {
  private(set) var known: Ledger
  private let dataset: String
  private let store: Store
  private var isWhole = false
  private var hasSheets = false

  init(of dataset: String, in store: Store) throws {
    (self.dataset, self.store) = (dataset, store)
    let opening = try store.ledger(.opening, of: dataset)
    isWhole = try opening.isEmpty || Ledger.isOfOldForm(opening: opening)
    known =
      try isWhole ? Ledger(chunks: store.ledger(.all, of: dataset)) : Ledger(opening: opening)
  }

  /// Joins what a delivery holds; says whether anything is known now that was not before.
  mutating func merge(_ harvest: Harvest) throws -> Bool {
    try fetch(known.parts(for: harvest))
    return try known.merge(harvest)
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
    try known.take(parts, store.ledger(parts, of: dataset))
    isWhole = parts == .all
    hasSheets = hasSheets || parts == .sheets || isWhole
  }
}
