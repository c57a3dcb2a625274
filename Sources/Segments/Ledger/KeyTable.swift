/// Numbers for keys in the order of their arrival: of customers, or of orders, which are told apart by customer and
/// number.
///
/// Open addressing with linear probing; a slot holds 32 bits of the key's hash beside its number, so that the bytes of
/// another key are almost never touched, and the table grows without them.
struct KeyTable: Sendable {
  /// Where the bytes of a key lie: first the customer's, then the order's.
  private struct Place {
    var start: Int
    var customerBytes: Int32
    var orderBytes: Int32
  }

  private var slots: [UInt64] = []
  private var places: [Place] = []
  /// The bytes of all keys, among which `customer(of:)` and `order(of:)` stand.
  ///
  /// No slice of a key is handed out: counting its owners would cost more than finding it.
  private(set) var bytes: [UInt8] = []

  /// How many keys there are.
  var count: Int { places.count }

  /// How many bytes of memory the keys take, about.
  var memoryBytes: Int {
    places.count * MemoryLayout<Place>.stride + slots.count * 8 + bytes.count
  }

  /// The place where a key stood, or would have stood, when it was looked up.
  struct Glance {
    fileprivate let slot: Int
    fileprivate let slots: Int
  }

  /// Looks a key up.
  ///
  /// Who has many keys looks them all up before the first is added: memory then fetches the places of several at the
  /// same time, not one after another.
  func glance(at customer: Span<UInt8>, _ order: Span<UInt8>, hash: UInt64) -> Glance {
    guard !slots.isEmpty else { return Glance(slot: 0, slots: 0) }
    return Glance(slot: slot(customer, order, hash), slots: slots.count)
  }

  /// The number of a key, which is new if it was not met before.
  mutating func number(
    of customer: Span<UInt8>,
    _ order: Span<UInt8>,
    hash: UInt64,
    _ glance: Glance? = nil,
  ) -> (number: Int, isNew: Bool) {
    if places.count * 4 >= slots.count * 3 { grow() }
    // Keys that came since the glance stand there or behind it.
    let start = glance?.slots == slots.count ? glance?.slot : nil
    let slot = slot(customer, order, hash, from: start)
    if slots[slot] != 0 { return (Int(slots[slot] & 0xffff_ffff) - 1, false) }
    slots[slot] = (hash & ~0xffff_ffff) | UInt64(places.count + 1)
    places.append(
      Place(
        start: bytes.count,
        customerBytes: Int32(customer.count),
        orderBytes: Int32(order.count),
      )
    )
    for place in customer.indices { bytes.append(customer[place]) }
    for place in order.indices { bytes.append(order[place]) }
    return (places.count - 1, true)
  }

  /// The number of a key, or `nil`.
  func known(_ customer: Span<UInt8>, _ order: Span<UInt8>, hash: UInt64) -> Int? {
    guard !slots.isEmpty else { return nil }
    let slot = slot(customer, order, hash)
    return slots[slot] == 0 ? nil : Int(slots[slot] & 0xffff_ffff) - 1
  }

  /// Where the customer's part of a key stands.
  func customer(of number: Int) -> Range<Int> {
    let place = places[number]
    return place.start..<place.start + Int(place.customerBytes)
  }

  /// Where the order's part of a key stands.
  func order(of number: Int) -> Range<Int> {
    let start = places[number].start + Int(places[number].customerBytes)
    return start..<start + Int(places[number].orderBytes)
  }

  /// The hash of a key, by the fingerprints of its parts and how many bytes the customer's has.
  ///
  /// The length keeps "1" of "23" and "12" of "3" apart; an equal hash would only cost time.
  static func hash(customer: UInt64, bytes: Int, order: UInt64) -> UInt64 {
    (customer &+ UInt64(bytes)) ^ order
  }

  /// The text of a stretch of the keys' bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Where a key stands, or would stand.
  @inline(__always)
  private func slot(
    _ customer: Span<UInt8>,
    _ order: Span<UInt8>,
    _ hash: UInt64,
    from start: Int? = nil,
  ) -> Int {
    let mask = slots.count - 1
    var slot = start ?? Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot] & 0xffff_ffff) - 1
      if slots[slot] >> 32 == hash >> 32, isEqual(number, customer, order) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isEqual(_ number: Int, _ customer: Span<UInt8>, _ order: Span<UInt8>) -> Bool {
    let place = places[number]
    guard Int(place.customerBytes) == customer.count, Int(place.orderBytes) == order.count
    else { return false }
    for byte in customer.indices where bytes[place.start + byte] != customer[byte] {
      return false
    }
    let middle = place.start + customer.count
    for byte in order.indices where bytes[middle + byte] != order[byte] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    let count = max(64, old.count * 2)
    slots = Array(repeating: 0, count: count)
    for entry in old where entry != 0 {
      var slot = Int(truncatingIfNeeded: entry >> 32) & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = entry
    }
  }
}
