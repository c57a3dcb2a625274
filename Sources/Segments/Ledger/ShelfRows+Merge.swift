/// What joining new rows with a shelf has changed.
struct ShelfChange: Sendable {
  /// Of the deliveries that are joined at once those that told what was not known, or was known otherwise.
  var news: Set<Int32> = []
  /// Fingerprints of the numbers under which there is a paid order now, and was none for the customer.
  var added: [UInt64] = []
  /// And the other way round.
  var removed: [UInt64] = []

  /// Adds what another shelf has changed.
  mutating func add(_ other: ShelfChange) {
    news.formUnion(other.news)
    added += other.added
    removed += other.removed
  }
}

extension ShelfRows {
  /// Joins new rows: of an order the newer version counts, of a loose line the larger number of copies.
  ///
  /// The new rows may hold an order several times, each from another delivery, in the order of deliveries. Cost:
  /// rows between new ones are found and copied all at once.
  func joined(with new: ShelfRows, _ change: inout ShelfChange) -> ShelfRows {
    var joined = ShelfRows()
    joined.reserve(count + new.count, keyBytes: keys.count + new.keys.count)
    var (mine, theirs) = (0, 0)
    while theirs < new.count {
      let place = place(ofKeyAt: theirs, of: new, from: mine)
      joined.append(mine..<place, of: self)
      let isKnown = place < count && Self.order(self, place, new, theirs) == 0
      var end = theirs + 1
      while end < new.count, Self.order(new, theirs, new, end) == 0 { end += 1 }
      if let newest = change.newest(theirs..<end, of: new, isKnown ? (place, self) : nil) {
        joined.append(newest, of: new)
      } else {
        joined.append(place, of: self)
      }
      (mine, theirs) = (isKnown ? place + 1 : place, end)
    }
    joined.append(mine..<count, of: self)
    return joined
  }

  /// Where a row of others stands, or would stand, in steps that grow as long as it is not met.
  private func place(ofKeyAt other: Int, of new: ShelfRows, from start: Int) -> Int {
    var (low, step) = (start, 1)
    var high = start
    while high < count, Self.order(self, high, new, other) < 0 {
      low = high + 1
      high += step
      step *= 2
    }
    high = min(high, count)
    while low < high {
      let middle = (low + high) / 2
      if Self.order(self, middle, new, other) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Adds the fingerprint of a paid order's number.
  func note(_ place: Int, in numbers: inout [UInt64]) {
    let row = rows[place]
    if row.row.isPurchase, !row.order.isEmpty { numbers.append(fingerprint(row.order)) }
  }
}

extension ShelfChange {
  /// Which of some new rows under one key counts, or `nil` for the one that is known; notes what that changes.
  fileprivate mutating func newest(
    _ places: Range<Int>,
    of new: ShelfRows,
    _ known: (place: Int, rows: ShelfRows)?,
  ) -> Int? {
    var newest: Int?
    for place in places {
      if let one = newest {
        if replace(one, of: new, by: place, of: new) { newest = place }
      } else if let known {
        if replace(known.place, of: known.rows, by: place, of: new) { newest = place }
      } else {
        news.insert(new.rows[place].source)
        new.note(place, in: &added)
        newest = place
      }
    }
    return newest
  }

  /// Says whether a row takes the place of another under the same key, and notes what that changes.
  private mutating func replace(
    _ mine: Int,
    of known: ShelfRows,
    by theirs: Int,
    of new: ShelfRows,
  ) -> Bool {
    let (one, other) = (known.rows[mine], new.rows[theirs])
    guard !one.order.isEmpty else {
      guard one.copies < other.copies else { return false }
      news.insert(other.source)
      return true
    }
    guard one.version < other.version else { return false }
    if one.row != other.row || known.codes(of: one) != new.codes(of: other) {
      news.insert(other.source)
    }
    if one.row.isPurchase != other.row.isPurchase {
      known.note(mine, in: &removed)
      new.note(theirs, in: &added)
    }
    return true
  }
}
