/// Where the history of a customer with a purchase stands, and how the customer's key begins.
struct Buyer: Sendable {
  let sheet: Int
  let customer: Int
  /// How many others stand before it, sheet by sheet.
  var number = 0
  /// The first eight bytes of the key as a number that sorts as they do.
  private var prefix: UInt64 = 0

  init(_ whole: HistorySheet, _ customer: Int, of sheet: Int) {
    (self.sheet, self.customer) = (sheet, customer)
    let range = whole.keyRange(customer)
    for place in range.lowerBound..<range.lowerBound + 8 {
      prefix = prefix << 8 | (place < range.upperBound ? UInt64(whole.keyByte(place)) : 0)
    }
  }

  func stands(before other: Buyer, in sheets: [HistorySheet]) -> Bool {
    if prefix != other.prefix { return prefix < other.prefix }
    return sheets[sheet].key(customer) < sheets[other.sheet].key(other.customer)
  }
}
