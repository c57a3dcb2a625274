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
  /// The new rows may hold an order several times, each from another delivery, in the order of deliveries.
  func joined(with new: ShelfRows, _ change: inout ShelfChange) -> ShelfRows {
    var joined = ShelfRows()
    joined.reserve(count + new.count, keyBytes: keys.count + new.keys.count)
    var (mine, theirs) = (0, 0)
    while mine < count || theirs < new.count {
      let side =
        mine == count ? 1 : theirs == new.count ? -1 : Self.order(self, mine, new, theirs)
      if side < 0 {
        joined.append(mine, of: self)
        mine += 1
        continue
      }
      var newest = theirs
      if side == 0 {
        let isReplaced = change.replace(mine, of: self, by: theirs, of: new)
        newest = isReplaced ? theirs : -1
        mine += 1
      } else {
        change.news.insert(new.rows[theirs].source)
        new.note(theirs, in: &change.added)
      }
      let first = theirs
      theirs += 1
      while theirs < new.count, Self.order(new, first, new, theirs) == 0 {
        let isReplaced =
          newest < 0
          ? change.replace(mine - 1, of: self, by: theirs, of: new)
          : change.replace(newest, of: new, by: theirs, of: new)
        if isReplaced { newest = theirs }
        theirs += 1
      }
      if newest < 0 { joined.append(mine - 1, of: self) } else { joined.append(newest, of: new) }
    }
    return joined
  }

  /// Adds the fingerprint of a paid order's number.
  func note(_ place: Int, in numbers: inout [UInt64]) {
    let row = rows[place]
    if row.row.isPurchase, !row.order.isEmpty { numbers.append(fingerprint(row.order)) }
  }
}

extension ShelfChange {
  /// Says whether a row takes the place of another under the same key, and notes what that changes.
  fileprivate mutating func replace(
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
