import Crypto
import FoundationEssentials
import Segments

/// What stands for customers in published tables: their keys, or tokens that only this house can make.
///
/// A token is 32 digits of HMAC-SHA256 of the key; the same customer has the same one in every run.
struct ShownKeys {
  private let secret: SymmetricKey?

  /// The secret of a state, made when the first token is asked for.
  static let secretName = FileName("ids.key")

  /// Keys as they are.
  static let plain = ShownKeys(secret: nil)

  private init(secret: SymmetricKey?) { self.secret = secret }

  /// As configured; `state` holds the secret.
  init(_ settings: PrivacySettings, state: Folder) throws {
    secret = settings.ids == .hmac ? try state.secret(Self.secretName) : nil
  }

  /// As configured, for a command that changes no state: the service has made the secret or nobody has.
  init(_ settings: PrivacySettings, existingIn path: String) throws {
    guard settings.ids == .hmac else {
      self = .plain
      return
    }
    secret = try (try? Folder(at: path)).flatMap { try $0.knownSecret(Self.secretName) }
    if secret == nil { throw DaemonError.noTokens(path: EscapedText.escape(path)) }
  }

  /// Tokens if any were ever made, whatever is configured now.
  init(knownIn state: Folder) throws {
    secret = try state.knownSecret(Self.secretName)
  }

  /// What tables show for a key; a person without one has none.
  func callAsFunction(_ key: String) -> String {
    guard let secret, !key.isEmpty else { return key }
    let code = HMAC<SHA256>.authenticationCode(for: Data(key.utf8), using: secret)
    return Hexadecimal.text(code.prefix(16))
  }
}

extension ShownKeys {
  /// What tables show for a key as it was written; plain ones stay as they were.
  func cell(_ written: String) -> String {
    secret == nil ? written : self(Key.normalized(written).text)
  }
}

extension Folder {
  /// A secret of 256 bits that lies in this folder, for its owner's eyes; made when there is none yet.
  func secret(_ name: FileName) throws -> SymmetricKey {
    if let secret = try knownSecret(name) { return secret }
    let secret = SymmetricKey(size: .bits256)
    let bytes = unsafe secret.withUnsafeBytes { unsafe Array($0) }
    try writeReplacing(bytes, to: name, mode: 0o600)
    return secret
  }

  /// The secret if there is one.
  func knownSecret(_ name: FileName) throws -> SymmetricKey? {
    guard try facts(of: name) != nil else { return nil }
    return SymmetricKey(data: Data(try contents(of: name, atMost: 64)))
  }
}
