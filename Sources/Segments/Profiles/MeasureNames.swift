/// What to call each measure in a sentence: role words where the role is known, else its header made readable.
struct MeasureNames {
  private let names: [String: String]

  /// Two headers that would read the same keep everything that tells them apart.
  init(_ features: [SegmentReport.Feature]) {
    var names: [String: String] = [:]
    for label in [Self.full, Self.short] {
      let labels = features.map { Self.word($0) ?? label($0.name) }
      let counts = Dictionary(grouping: labels) { $0 }.mapValues(\.count)
      for (feature, text) in zip(features, labels) {
        if names[feature.name] == nil || counts[text] == 1 { names[feature.name] = text }
      }
    }
    self.names = names
  }

  subscript(_ name: String) -> String { names[name] ?? Self.short(name) }

  /// The words of a role.
  private static func word(_ feature: SegmentReport.Feature) -> String? {
    switch feature.role.flatMap(Role.init(rawValue:)) {
    case .spend: "spend"
    case .discount: "discounts"
    case .visits: "visits"
    case .clicks: "clicks"
    case .orders: "orders"
    case .items: "items"
    case .recency: "days since last order"
    case .tenure: "days since first order"
    case .averageOrderValue: "average order"
    case .age: "age"
    case .refund: "returns"
    case .customer, .order, .date, .time, .updated, .amount, .price, .quantity, .status,
      .cancelled, .test, .currency, .product, .category, nil:
      nil
    }
  }
}

// MARK: - Headers

extension MeasureNames {
  /// Prefixes that only say that something is counted.
  private static let counting: Set<String> = [
    "num", "nbr", "nb", "nr", "no", "n", "cnt", "count", "anz", "anzahl", "qty",
  ]
  /// Prefixes that say that something is money.
  private static let paying: Set<String> = ["mnt", "amt", "monto", "montant", "betrag", "importe"]

  /// `NumStorePurchases` → `store purchases`, `MntWines` → `wines spend`, `Z_Revenue` → `revenue`.
  static func short(_ header: String) -> String {
    var words = words(of: header)
    guard words.count > 1, let first = words.first?.lowercased() else { return text(words) }
    if paying.contains(first) {
      words = words.dropFirst() + ["spend"]
    } else if counting.contains(first) || (first.count == 1 && first.allSatisfy(\.isLetter)) {
      words.removeFirst()
    }
    return text(words)
  }

  /// `Detergents_Paper` → `detergents paper`, `Annual Income (k$)` → `annual income`, `AOVLastYear` → `AOV last year`.
  static func full(_ header: String) -> String { text(words(of: header)) }

  private static func text(_ words: [String]) -> String {
    let text = words.map { isAcronym($0) ? $0 : $0.lowercased() }.joined(separator: " ")
    guard let last = text.last else { return "measure" }
    return last.isNumber ? text + " measure" : String(text.prefix(40))
  }

  private static func isAcronym(_ word: String) -> Bool {
    word.count > 1 && word.allSatisfy { $0.isUppercase || $0.isNumber }
  }

  /// The words of a header, split at marks, capitals and digits; what stands in brackets is a unit.
  private static func words(of header: String) -> [String] {
    var words: [String] = [""]
    var depth = 0
    let letters = Array(header)
    for (place, letter) in letters.enumerated() {
      switch letter {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      case _ where depth > 0: continue
      case "_", "-", ".", "/", " ": words.append("")
      default:
        let next = place + 1 < letters.count ? letters[place + 1] : nil
        if place > 0, begins(letter, after: letters[place - 1], before: next) { words.append("") }
        words[words.count - 1].append(letter)
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// `aB` begins a word at B, `ABc` at B, `a1` at 1.
  private static func begins(
    _ letter: Character,
    after last: Character,
    before next: Character?
  )
    -> Bool
  {
    if letter.isUppercase {
      return last.isLowercase || (last.isUppercase && next?.isLowercase == true)
    }
    return letter.isNumber && last.isLetter
  }
}
