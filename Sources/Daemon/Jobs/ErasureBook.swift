import FoundationEssentials
import Storage

/// What the store knows of erasures, kept beside it too: a lost store must not bring anybody back.
///
/// Everything else of a lost store can be built again from kept files and manifests; these two lists cannot.
struct ErasureBook: Codable, Equatable {
  /// Hex tokens of the erased, sorted.
  private(set) var tokens: [String] = []
  /// The hash of what was dropped to the hash of what is kept of it.
  private(set) var rewritten: [String: String] = [:]

  private static let name = FileName("erasures.json")
  /// Room for a hundred thousand people.
  private static let limit = 64 << 20

  /// Reads the book of a state; empty where nobody was erased.
  init(state: Folder) throws {
    guard try state.facts(of: Self.name) != nil else { return }
    let bytes = try state.contents(of: Self.name, atMost: Self.limit)
    self = try JSONDecoder().decode(Self.self, from: Data(bytes))
  }

  /// Notes somebody who must not come back.
  mutating func note(token: String, in state: Folder) throws {
    guard !tokens.contains(token) else { return }
    tokens = (tokens + [token]).sorted()
    try write(to: state)
  }

  /// Notes that a kept file has other bytes now.
  mutating func note(_ sha256: String, isNow kept: String, in state: Folder) throws {
    rewritten[sha256] = kept
    try write(to: state)
  }

  /// Whether somebody's lines are missing in what is kept of a file.
  func lacksLines(_ sha256: String) -> Bool { rewritten[sha256] != nil }

  /// Tells a new store who was erased.
  func restoreTokens(in store: Store, seconds: Int64) throws {
    for token in tokens {
      guard let bytes = Hexadecimal.bytes(token) else { continue }
      try store.suppress(token: bytes, receipt: [], seconds: seconds)
    }
  }

  /// Tells a store that is built again what the kept files are now.
  func restoreHashes(in store: Store) throws {
    for (sha256, kept) in rewritten.sorted(by: { $0.key < $1.key }) {
      try store.rewritten(sha256: sha256, as: kept)
    }
  }

  private func write(to state: Folder) throws {
    try state.writeReplacing(CanonicalJSON.bytes(of: self), to: Self.name, mode: 0o600)
  }
}
