/// What joining new rows with a shelf has changed.
struct ShelfChange: Sendable {
  /// Something is known that was not, or is known otherwise.
  var isNews = false
  /// Fingerprints of the numbers under which there is a paid order now, and was none for the customer.
  var added: [UInt64] = []
  /// And the other way round.
  var removed: [UInt64] = []
}

extension ShelfRows {
  /// Joins new rows: of an order the newer version counts, of a loose line the larger number of copies.
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
      } else if side > 0 {
        joined.append(theirs, of: new)
        change.isNews = true
        new.note(theirs, in: &change.added)
        theirs += 1
      } else {
        if isReplaced(mine, by: theirs, of: new, &change) {
          joined.append(theirs, of: new)
        } else {
          joined.append(mine, of: self)
        }
        (mine, theirs) = (mine + 1, theirs + 1)
      }
    }
    return joined
  }

  private func isReplaced(
    _ mine: Int,
    by theirs: Int,
    of new: ShelfRows,
    _ change: inout ShelfChange,
  ) -> Bool {
    let (known, other) = (rows[mine], new.rows[theirs])
    guard !known.order.isEmpty else {
      guard known.copies < other.copies else { return false }
      change.isNews = true
      return true
    }
    guard known.version < other.version else { return false }
    if known.row != other.row || codes(of: known) != new.codes(of: other) { change.isNews = true }
    if known.row.isPurchase != other.row.isPurchase {
      note(mine, in: &change.removed)
      new.note(theirs, in: &change.added)
    }
    return true
  }

  /// Adds the fingerprint of a paid order's number.
  func note(_ place: Int, in numbers: inout [UInt64]) {
    let row = rows[place]
    if row.row.isPurchase, !row.order.isEmpty { numbers.append(fingerprint(row.order)) }
  }
}
