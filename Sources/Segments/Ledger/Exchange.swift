import Tables

/// Brings amounts to one currency, or finds out that they are in several.
struct Exchange {
  private let choice: CurrencyChoice?
  private var codes: Set<String> = []
  private var factors: [String: Double] = [:]
  // Most files have one currency: the cell before spares the set.
  private var last = ""

  init(_ choice: CurrencyChoice?) {
    self.choice = choice
  }

  /// What one unit of this cell's currency is worth; 1 without configured rates or where the cell is blank.
  mutating func factor(_ cell: String) -> Double {
    guard let choice else { return 1 }
    if let known = factors[cell] { return known }
    let code = cell.uppercased()
    let factor = code == choice.base ? 1 : choice.rates[code] ?? 1
    factors[cell] = factor
    return factor
  }

  /// Notes that an amount of this currency counts.
  mutating func use(_ cell: String) {
    guard cell != last else { return }
    last = cell
    if !cell.isEmpty { codes.insert(cell.uppercased()) }
  }

  /// Adds what another part of the file has used.
  mutating func join(_ other: Exchange) {
    codes.formUnion(other.codes)
  }

  /// The one currency of all amounts, or `nil` where none is named; several without a rate are refused.
  func currency() throws(SegmentError) -> String? {
    guard let choice else {
      guard codes.count <= 1 else { throw .refused(.severalCurrencies(codes.sorted())) }
      return codes.first
    }
    let unknown = codes.filter { $0 != choice.base && choice.rates[$0] == nil }.sorted()
    guard unknown.isEmpty else { throw .refused(.noRate(unknown, base: choice.base)) }
    return choice.base
  }
}
