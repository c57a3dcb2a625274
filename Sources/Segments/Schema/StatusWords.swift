/// What the words in a status column say about an order.
struct StatusWords: Sendable {
  /// Beginnings of statuses of orders that came back, on top of the general ones.
  var returned: [String] = []
  /// Beginnings of statuses of orders nobody has paid for, on top of the general ones.
  var unpaid: [String] = []
  /// Beginnings of what a test column says of an order that was none.
  var test: [String] = []

  /// What becomes of a row with such a status.
  enum Meaning {
    case purchase, returned, unpaid
  }

  private static let everybodysReturned = [
    "cancel", "void", "refunded", "reversed", "chargeback", "returned", "cancelad", "anulad",
    "devuelt", "reembols", "storniert", "erstattet", "zuruckgegeben", "annul", "rembours",
    "rimbors", "geannul", "terugbetaald", "devolvid",
  ]
  private static let everybodysUnpaid = [
    "failed", "declined", "unpaid", "draft", "checkout draft", "abandoned", "awaiting payment",
    "pending payment", "payment pending", "payment error", "fallid", "impagad", "no pagad",
    "fehlgeschlagen", "unbezahlt", "nicht bezahlt", "echou", "impaye", "non paye",
    "en attente de paiement", "fallit", "non pagat", "falhad", "nao pag", "mislukt",
    "niet betaald", "onbetaald",
  ]
  private static let partly = ["part", "teil", "parz", "parc", "gedeelt"]
  private static let yes = ["true", "yes", "1", "test", "si", "ja", "oui", "sim"]

  /// Reads a status as people and platforms write it: `wc-on-hold`, `Partially refunded`, `Annulée`.
  func meaning(of status: String) -> Meaning {
    let words = Self.plain(status)
    // A part that came back leaves a purchase; how much it was says the refund column.
    if Self.partly.contains(where: words.contains) { return .purchase }
    func begins(_ beginnings: [String]) -> Bool { beginnings.contains(where: words.hasPrefix) }
    if begins(Self.everybodysReturned) || begins(returned) { return .returned }
    if begins(Self.everybodysUnpaid) || begins(unpaid) { return .unpaid }
    return .purchase
  }

  /// Whether a test column calls the order a test.
  func isTest(_ cell: String) -> Bool {
    let words = Self.plain(cell)
    return test.isEmpty ? Self.yes.contains(words) : test.contains(where: words.contains)
  }

  /// Lower case, without accents, marks as blanks, without the prefix that WordPress puts before.
  private static func plain(_ status: String) -> String {
    let separated = status.split { !($0.isLetter || $0.isNumber) }
    let words = separated.map { HeaderName.normalized(String($0)) }
    return (words.first == "wc" ? words.dropFirst() : words[...]).joined(separator: " ")
  }
}

/// Orders that came back, by their number alone.
enum Cancellation {
  /// `C536379`: an invoice number that is a number but for a leading C.
  static func isCancelled(order bytes: [UInt8], _ number: Range<Int>) -> Bool {
    guard number.count > 1, bytes[number.lowerBound] | 0x20 == UInt8(ascii: "c") else {
      return false
    }
    return number.dropFirst().allSatisfy { (0x30...0x39).contains(bytes[$0]) }
  }
}
