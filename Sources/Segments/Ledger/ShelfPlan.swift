/// How the rows of a ledger are spread over shelves.
///
/// The hash of a customer's key alone decides on which shelf the customer's orders stand, and the number of rows
/// alone how many shelves there are. So a new order changes one shelf, and the same rows lie alike whatever their
/// history.
struct ShelfPlan: Hashable, Sendable {
  /// There are two to this power shelves.
  let bits: Int

  /// Rows a shelf holds at most, on average: more and a day's few orders rewrite too much, fewer and there are
  /// too many shelves to read.
  static let rowsPerShelf = 1024

  /// The plan of two to this power shelves.
  init(bits: Int) {
    self.bits = bits
  }

  /// The plan of so many rows.
  init(rows: Int) {
    let shelves = (max(rows, 1) - 1) / Self.rowsPerShelf
    bits = Int.bitWidth - shelves.leadingZeroBitCount
  }

  var count: Int { 1 << bits }

  /// The shelf of a hash: its highest bits.
  func shelf(of hash: UInt64) -> Int {
    bits == 0 ? 0 : Int(truncatingIfNeeded: hash >> UInt64(64 - bits))
  }

  /// What stands on a shelf.
  enum Kind: String, CaseIterable, Sendable {
    /// Orders and loose lines, by customer.
    case orders
    /// Fingerprints of the numbers of paid orders, by number.
    case numbers
    /// What the orders of each customer add up to.
    case sheets
  }

  /// How the store names a shelf.
  func name(_ kind: Kind, _ shelf: Int) -> String {
    "\(kind.rawValue)/\(bits)/" + String(shelf, radix: 16)
  }

  /// Reads a name of this plan back.
  ///
  /// Byte by byte: a large ledger has ten thousand names, and each run reads them.
  func place(of name: String) -> (kind: Kind, shelf: Int)? {
    for kind in Kind.allCases {
      var rest = Substring(name).utf8
      guard rest.starts(with: kind.rawValue.utf8) else { continue }
      rest = rest.dropFirst(kind.rawValue.utf8.count)
      let parts = rest.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0].isEmpty, Int(Substring(parts[1])) == bits,
        let shelf = Int(Substring(parts[2]), radix: 16), (0..<count).contains(shelf)
      else { return nil }
      return (kind, shelf)
    }
    return nil
  }
}
