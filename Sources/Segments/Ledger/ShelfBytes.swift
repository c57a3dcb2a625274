/// What is kept on each shelf as bytes, in memory as long as there is room and in a spill file above that.
struct ShelfBytes: Sendable {
  private enum Content: Sendable {
    /// The store has it.
    case away
    case inMemory([UInt8])
    case spilled(SpilledBytes)
  }

  private var contents: [Content]
  /// How many bytes of memory all shelves take.
  private(set) var memoryBytes = 0

  /// Shelves of which none is at hand.
  init(away count: Int) {
    contents = Array(repeating: .away, count: count)
  }

  /// Shelves on which nothing stands.
  init(empty count: Int) {
    contents = Array(repeating: .inMemory([]), count: count)
  }

  var count: Int { contents.count }

  func isAway(_ shelf: Int) -> Bool {
    if case .away = contents[shelf] { return true }
    return false
  }

  func isSpilled(_ shelf: Int) -> Bool {
    if case .spilled = contents[shelf] { return true }
    return false
  }

  /// What stands on a shelf, or `nil` where it is not at hand.
  func bytes(_ shelf: Int) throws(SegmentError) -> [UInt8]? {
    switch contents[shelf] {
    case .away: nil
    case .inMemory(let bytes): bytes
    case .spilled(let place): try place.read()
    }
  }

  /// Puts bytes on a shelf, and out of memory where they find no room.
  mutating func put(
    _ bytes: [UInt8],
    on shelf: Int,
    _ overflow: inout Overflow,
  ) throws(SegmentError) {
    if case .inMemory(let old) = contents[shelf] { memoryBytes -= old.count }
    contents[shelf] = .away
    if let place = try overflow.place(for: bytes, beside: memoryBytes) {
      contents[shelf] = .spilled(place)
    } else {
      contents[shelf] = .inMemory(bytes)
      memoryBytes += bytes.count
    }
  }
}

extension ShelfBytes: Equatable {
  /// Whether the same stands on the same shelves, wherever it is kept.
  static func == (left: ShelfBytes, right: ShelfBytes) -> Bool {
    guard left.count == right.count else { return false }
    return left.contents.indices.allSatisfy { shelf in
      guard let one = try? left.bytes(shelf), let other = try? right.bytes(shelf) else {
        return left.isAway(shelf) && right.isAway(shelf)
      }
      return one == other
    }
  }
}

/// Where the shelves of a ledger go that find no room in memory; its file is opened when the first one does.
struct Overflow: Sendable {
  private let allowance: Allowance
  private var spill: Spill?

  init(_ allowance: Allowance = .endless) {
    self.allowance = allowance
  }

  /// Takes bytes out of memory, or leaves them there (`nil`) because there is room beside what others take.
  mutating func place(for bytes: [UInt8], beside others: Int) throws(SegmentError) -> SpilledBytes?
  {
    guard others + bytes.count > allowance.shelfBytes, !bytes.isEmpty,
      let opener = allowance.opener
    else { return nil }
    if let spill { return try spill.write(bytes) }
    let new = try Spill(opener)
    spill = new
    return try new.write(bytes)
  }

  /// How many numbers of orders may wait in memory to be counted.
  var waitingNumbers: Int { Swift.max(1 << 12, allowance.shelfBytes / 16) }
}
