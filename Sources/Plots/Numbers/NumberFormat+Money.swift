extension NumberFormat {
  /// An amount as short as it stays useful: `£1.84M`, `£674`, `£12.50`; without a currency a number.
  package func money(_ value: Double) -> String {
    guard value.isFinite else { return Self.missing }
    let size = value.magnitude
    guard size < 10_000 else { return dressed(short(size, unit: unit(for: size)), value) }
    // Small amounts have cents, like on a price tag; from 100 on nobody reads them.
    let decimals = size >= 99.995 || size == size.rounded() ? 0 : 2
    return dressed(fixed(size, decimals: decimals), value)
  }

  /// An amount in full: `£1,234.50`.
  package func moneyExact(_ value: Double, decimals: Int = 2) -> String {
    guard value.isFinite else { return Self.missing }
    return dressed(fixed(value.magnitude, decimals: decimals), value)
  }

  /// A change of an amount, always with its sign: `+£41k`.
  package func signedMoney(_ value: Double) -> String {
    Self.signed(value, text: money(value.magnitude))
  }

  /// Puts the sign of the money around an amount, and a minus before it.
  func dressed(_ text: String, _ value: Double) -> String {
    let isZero = !text.contains { ("1"..."9").contains($0) }
    let minus = value < 0 && !isZero ? Self.minus : ""
    guard let currency else { return minus + text }
    let pattern = locale.money
    let isWord = currency.count > 1 && currency.allSatisfy(\.isLetter)
    var whole = ""
    for (index, letter) in pattern.enumerated() {
      switch letter {
      case "¤":
        whole += currency
        // A code of letters needs a space that a sign does not: "CHF 12", but "$12".
        if isWord, index == 0, pattern.dropFirst().first == "#" { whole += "\u{A0}" }
      case "#": whole += text
      default: whole.append(letter)
      }
    }
    return minus + whole
  }

  /// The sign of a currency code, or the code itself.
  static func sign(of code: String) -> String {
    switch code.uppercased() {
    case "USD": "$"
    case "EUR": "€"
    case "GBP": "£"
    case "JPY", "CNY": "¥"
    case "INR": "₹"
    case "BRL": "R$"
    case "PLN": "zł"
    case "SEK", "NOK", "DKK": "kr"
    default: SafeText.label(code)
    }
  }
}
