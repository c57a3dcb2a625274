/// Columns that hold secrets; nobody's study needs them, so they are never read.
///
/// A key that only looks scrambled, such as a hashed customer number, is no secret.
enum SecretColumns {
  private static let parts = [
    "password", "passwd", "passphrase", "passwort", "kennwort", "contrasena", "motdepasse",
    "wachtwoord", "senha", "secret", "apikey", "accesskey", "privatekey", "cardnumber",
    "creditcard", "securitycode",
  ]
  private static let whole: Set<String> = [
    "pwd", "pass", "hash", "salt", "token", "cvv", "cvc", "pin", "iban", "ssn", "otp",
  ]

  /// Whether a column with this header is never read.
  static func contains(_ header: String) -> Bool {
    let name = HeaderName.normalized(header)
    return whole.contains(name) || parts.contains { name.contains($0) }
      || HeaderName.words(header).contains("token")
  }
}
