/// How one shop platform writes one of its exports.
///
/// A platform is recognized by headers that hardly anybody else writes, each with a weight, so that files
/// with columns dropped, added or moved are still known. What it says about roles is final: a header it
/// does not list plays no role, however familiar it sounds.
package struct Platform: Sendable {
  /// As reports and configuration say it, `shopify-orders`.
  let name: String
  let grain: SegmentReport.Grain
  /// Header to weight: 4 where no other export has it, 3 rare, 2 uncommon, 1 common.
  let signature: [String: Int]
  /// Role to headers, best first.
  let roles: [Role: [String]]
  /// The order of dates with the year last, where the platform writes such dates in one order only.
  var dateOrder: DateOrderChoice?
  var amounts = AmountMeaning.line
  /// Whether further lines of an order leave the order's own cells blank.
  var isContinued = false
  /// What its statuses mean, beyond what everybody's mean.
  var words = StatusWords()
  /// Columns of numbers that are not measures.
  var notMeasures: [String] = []
  /// Header of amounts to header of their currency, where a file has more than one pair.
  var currencies: [String: String] = [:]
  /// What to export instead where this export cannot be used.
  var advice: String?

  /// The sum of weights from which a file is taken for this platform's.
  static let enough = 6

  /// The platform that wrote a file with this header, if one is plain to see.
  static func recognized(in header: [String]) -> Platform? {
    let names = Set(header.map(HeaderName.normalized))
    let scored = all.map { (platform: $0, score: $0.score(names)) }
    // Ties go to the name, so that the answer does not depend on the order of the list.
    return scored.filter { $0.score >= enough }
      .max { ($0.score, $1.platform.name) < ($1.score, $0.platform.name) }?.platform
  }

  /// The platform with this name.
  static func named(_ name: String) -> Platform? {
    all.first { $0.name == name }
  }

  /// How much of the signature a header has.
  func score(_ normalizedHeader: Set<String>) -> Int {
    var counted: Set<String> = []
    return signature.reduce(0) { sum, entry in
      let name = HeaderName.normalized(entry.key)
      guard normalizedHeader.contains(name), counted.insert(name).inserted else { return sum }
      return sum + entry.value
    }
  }

  /// The roles as a table that is searched like the synonyms are.
  var roleNames: [RoleNames] {
    Role.allCases.compactMap { role in roles[role].map { RoleNames(role, ranked: $0) } }
  }

  /// Whether a column of numbers with this header is a measure as far as the platform knows.
  func isMeasure(_ header: String) -> Bool {
    let name = HeaderName.normalized(header)
    return !notMeasures.contains { HeaderName.normalized($0) == name }
  }
}
