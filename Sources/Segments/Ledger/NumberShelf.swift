/// Fingerprints of the numbers of paid orders, one for each customer who has paid under the number.
///
/// They say how many orders there are where several customers share a number. Two numbers share a fingerprint
/// once in a million ledgers of five million orders, no two of the numbers 0 to 20 000 000 do, and what would be
/// wrong then is one figure by one: the count of all orders. Orders are found, and a customer's counted, by the bytes
/// of their keys. Keeping those here too would make a ledger a fifth larger.
struct NumberShelf: Sendable {
  /// Ascending; as often as there are customers.
  private(set) var numbers: [UInt64]

  /// How many different ones there are.
  var distinct: Int {
    var count = numbers.isEmpty ? 0 : 1
    for place in numbers.indices.dropFirst() where numbers[place] != numbers[place - 1] {
      count += 1
    }
    return count
  }

  /// Adds some and removes others, each once.
  mutating func change(adding added: [UInt64], removing removed: [UInt64]) {
    let (added, removed) = (added.sorted(), removed.sorted())
    var joined: [UInt64] = []
    joined.reserveCapacity(numbers.count + added.count)
    var (mine, new, old) = (0, 0, 0)
    while mine < numbers.count || new < added.count {
      let next: UInt64
      if new == added.count || (mine < numbers.count && numbers[mine] <= added[new]) {
        next = numbers[mine]
        mine += 1
      } else {
        next = added[new]
        new += 1
      }
      while old < removed.count, removed[old] < next { old += 1 }
      if old < removed.count, removed[old] == next { old += 1 } else { joined.append(next) }
    }
    numbers = joined
  }

  /// The numbers as the store keeps them.
  var bytes: [UInt8] {
    guard let first = numbers.first else { return [] }
    var writer = ByteWriter()
    writer.write(Int64(numbers.count))
    writer.write(Int64(bitPattern: first))
    writer.writeColumn(numbers.count - 1) { Int64(bitPattern: numbers[$0 + 1] &- numbers[$0]) }
    return writer.bytes
  }

  init(numbers: [UInt64] = []) {
    self.numbers = numbers
  }

  /// Reads them back; `nil` where the bytes are damaged.
  init?(_ bytes: [UInt8]) {
    self.init()
    guard !bytes.isEmpty else { return }
    var reader = ByteReader(bytes)
    guard let count = reader.number(), count > 0, count <= 8 * bytes.count,
      let first = reader.number(), let steps = reader.column(Int(count) - 1), reader.isAtEnd
    else { return nil }
    var last = UInt64(bitPattern: first)
    numbers = [last]
    numbers.reserveCapacity(Int(count))
    for step in steps {
      last &+= UInt64(bitPattern: step)
      numbers.append(last)
    }
  }
}
