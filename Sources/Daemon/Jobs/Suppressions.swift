import Crypto
import FoundationEssentials
import Segments
import Storage

/// Knows whom nobody wants to see again, without knowing who that is: by keyed hashes of their keys.
struct Suppressions {
  private let key: SymmetricKey?
  /// Tokens of the erased, sorted.
  let tokens: [[UInt8]]
  private let known: Set<[UInt8]>

  static let keyName = FileName("erasure.key")

  /// Reads what is kept; a state in which nobody was erased has no key.
  init(state: Folder, store: Store) throws {
    tokens = try store.suppressions()
    known = Set(tokens)
    key = try state.knownSecret(Self.keyName)
  }

  /// The key of this state, made when there is none yet.
  static func keyMade(in state: Folder) throws -> SymmetricKey { try state.secret(keyName) }

  /// What stands for a person in the list.
  static func token(of customer: Key, _ key: SymmetricKey) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Data(customer.text.utf8), using: key))
  }

  /// Says whether this person was erased.
  func contains(_ customer: Key) -> Bool {
    guard let key, !known.isEmpty else { return false }
    return known.contains(Self.token(of: customer, key))
  }

  var isEmpty: Bool { known.isEmpty }

  /// For the name of a run: another list makes other numbers.
  var texts: [String] { tokens.map { Hexadecimal.text($0) } }
}
