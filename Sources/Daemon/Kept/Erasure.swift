import FoundationEssentials
import Segments
import Storage

/// `forget`: erases a person from the ledger, the kept files, the kept runs and the publications.
///
/// Each step may be repeated. The order makes the person stay away from the first step on: the token
/// is in the list before anything is removed.
package struct Erasure {
  let house: House
  let seconds: Int64

  /// What came of a request.
  package enum Answer: Sendable {
    case done(ErasureReceipt)
    /// A service works on the state and will do it.
    case left
  }

  /// Leaves a request and, if no service runs, fulfills it.
  package static func forget(
    _ customer: String,
    _ settings: Settings,
    surroundings: Surroundings = .real,
  ) throws(Failure) -> Answer {
    do {
      let state = try House.opening("state folder") { try Folder(at: settings.state) }
      guard try state.facts(of: FileName(House.storeName)) != nil else {
        throw DaemonError.nothingKept(path: EscapedText.escape(settings.state))
      }
      let request = ErasureRequest(customer: customer)
      try request.leave(in: state, token: surroundings.token())
      return try fulfilled(customer, settings, state, surroundings)
    } catch {
      throw Failure(error)
    }
  }

  private static func fulfilled(
    _ customer: String,
    _ settings: Settings,
    _ state: Folder,
    _ surroundings: Surroundings,
  ) throws -> Answer {
    guard let lock = try freeLock(state) else { return .left }
    return try withExtendedLifetime(lock) {
      let house = try House(settings, state: state, wire: .none)
      let receipts = try fulfill(in: house, surroundings: surroundings)
      let key = try Suppressions.keyMade(in: state)
      let token = Hexadecimal.text(Suppressions.token(of: Key.normalized(customer), key))
      return receipts.last { $0.token == token }.map(Answer.done) ?? .left
    }
  }

  /// The lock of the state, or nothing while a service holds it.
  private static func freeLock(_ state: Folder) throws -> StateLock? {
    do {
      return try StateLock(state: state)
    } catch DaemonError.alreadyRunning {
      return nil
    }
  }

  /// Fulfills all requests that wait; whoever holds the lock may call this.
  @discardableResult
  static func fulfill(in house: House, surroundings: Surroundings) throws -> [ErasureReceipt] {
    let waiting = try ErasureRequest.waiting(in: house.state)
    guard !waiting.isEmpty else { return [] }
    let erasure = Erasure(house: house, seconds: surroundings.seconds())
    return try waiting.map { name, request in
      let receipt = try erasure.erase(Key.normalized(request.customer))
      try house.state.folder(ErasureRequest.folderName).remove(name)
      return receipt
    }
  }

  private func erase(_ person: Key) throws -> ErasureReceipt {
    let key = try Suppressions.keyMade(in: house.state)
    let token = Suppressions.token(of: person, key)
    var receipt = ErasureReceipt(token: Hexadecimal.text(token))
    var book = try ErasureBook(state: house.state)
    try book.note(token: receipt.token, in: house.state)
    try house.store.suppress(token: token, receipt: [], seconds: seconds)
    for dataset in try house.store.datasets() {
      try eraseFromLedger(person, dataset, &receipt)
      try eraseFromRuns(person, dataset, &receipt)
      try eraseFromFiles(person, dataset, &book, &receipt)
      let tokens = try ShownKeys(knownIn: house.state)
      try house.outbox.erase(person, from: dataset, tokens: tokens, &receipt)
    }
    try house.store.suppress(token: token, receipt: receipt.json(), seconds: seconds)
    return receipt
  }

  private func eraseFromLedger(
    _ person: Key,
    _ dataset: String,
    _ receipt: inout ErasureReceipt,
  ) throws {
    // A checkpoint knows the person too; the next one is made without.
    try house.store.dropCheckpoints(of: dataset, before: .max)
    var ledger = try KeptLedger(of: dataset, in: house.store)
    let rows = try ledger.erase(person)
    guard rows > 0 else { return }
    receipt.ledgers[dataset] = rows
    try house.store.change(ledger.known.changes(), of: dataset)
  }

  private func eraseFromRuns(
    _ person: Key,
    _ dataset: String,
    _ receipt: inout ErasureReceipt,
  ) throws {
    for run in try house.store.keptRuns(of: dataset) {
      guard let bytes = try house.store.part(.members, of: run, dataset: dataset) else { continue }
      let members = try Membership(bytes: bytes)
      guard members.member(person) != nil else { continue }
      receipt.runs += 1
      let without = members.without(person).bytes
      try house.store.replace(.members, of: run, dataset: dataset, with: without)
    }
  }

  /// Kept files keep their name, the hash of what was dropped: so the same export is still known.
  ///
  /// Which column names the customer is up to the settings of the run that took the file in: those of all runs
  /// are tried.
  private func eraseFromFiles(
    _ person: Key,
    _ dataset: String,
    _ book: inout ErasureBook,
    _ receipt: inout ErasureReceipt,
  ) throws {
    let recipes = try recipes(of: dataset)
    for delivery in try house.store.accepted(of: dataset) {
      let lines = try recipes.compactMap { try erase(person, from: delivery, $0, &book) }
      if lines.isEmpty { receipt.unreadable.append(String(delivery.sha256.prefix(12))) }
      guard lines.contains(where: { $0 > 0 }) else { continue }
      receipt.keptFiles += 1
      receipt.keptLines += lines.reduce(0, +)
    }
  }

  /// How many lines a kept file has lost; nil where it cannot be read that way.
  private func erase(
    _ person: Key,
    from delivery: DeliveryRecord,
    _ recipe: Recipe,
    _ book: inout ErasureBook,
  ) throws -> Int? {
    do {
      return try house.kept.erase(person, from: delivery, recipe: recipe) { sha256 in
        try book.note(delivery.sha256, isNow: sha256, in: house.state)
        try house.store.rewritten(sha256: delivery.sha256, as: sha256)
      }
    } catch is SegmentError {
      return nil
    }
  }

  /// The ways in which the runs of a dataset have read files, each once.
  private func recipes(of dataset: String) throws -> [Recipe] {
    var readings: [ReadingOfFiles] = []
    for run in try house.store.runs(of: dataset, atMost: .max) {
      let settings = try? JSONDecoder().decode(DatasetSettings.self, from: Data(run.recipe))
      guard let recipe = settings?.recipe else { continue }
      let reading = ReadingOfFiles(recipe: recipe)
      if !readings.contains(reading) { readings.append(reading) }
    }
    return readings.isEmpty ? [Recipe()] : readings.map(\.recipe)
  }
}

/// What of a recipe decides where the customers of a file stand.
private struct ReadingOfFiles: Equatable {
  let recipe: Recipe

  static func == (left: Self, right: Self) -> Bool {
    left.recipe.reading == right.recipe.reading && left.recipe.columns == right.recipe.columns
      && left.recipe.grain == right.recipe.grain
  }
}
