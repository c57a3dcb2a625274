/// A shelf of which only the rows of those customers are read who have something new; those of others are passed
/// over, and copied as bytes.
///
/// What comes of it is what all rows together would come to, to the last byte.
struct OpenedShelf {
  /// What the shelf consists of after joining, in the order of the keys.
  enum Piece {
    /// Old customers without anything new, by their places.
    case kept(Range<Int>)
    /// Rows of one customer among the joined ones.
    case joined(Range<Int>)
  }

  let bytes: [UInt8]
  /// Rows before and after joining.
  private(set) var rowsBefore = 0
  private(set) var rowsAfter = 0
  private(set) var pieces: [Piece] = []
  /// All rows of the customers with something new.
  private(set) var joined = ShelfRows()
  private(set) var columns: [PackedColumn] = []
  /// Where each old customer's rows, keys and codes begin, and behind the last where they end.
  private(set) var firstRows: [Int] = []
  private(set) var keyPlaces: [Int] = []
  private(set) var codePlaces: [Int] = []
  /// The key of each old customer.
  private var keys: [Range<Int32>] = []
  /// Old customers with something new.
  private var opened: [Int] = []

  /// How many customers stood on the shelf.
  var customersBefore: Int { keys.count }

  /// Opens a shelf and joins rows; `nil` for an empty shelf, and where the bytes are damaged.
  ///
  /// - Parameter new: the new rows, in the order of their keys.
  init?(_ bytes: [UInt8], joining new: ShelfRows, _ change: inout ShelfChange) {
    self.bytes = bytes
    var reader = ByteReader(bytes)
    guard let count = reader.number(), count > 0, count <= bytes.count,
      readCustomers(&reader, Int(count), new), readColumns(&reader),
      let known = openedRows()
    else { return nil }
    joined = known.joined(with: new, &change)
    rowsBefore = Int(count)
    rowsAfter = rowsBefore - known.count + joined.count
    arrange()
  }

  /// Notes where the rows of each customer are, and who of them has new rows.
  private mutating func readCustomers(
    _ reader: inout ByteReader,
    _ count: Int,
    _ new: ShelfRows,
  ) -> Bool {
    var (row, next) = (0, 0)
    while row < count {
      keyPlaces.append(reader.place)
      firstRows.append(row)
      guard let rows = reader.number(), rows > 0, rows <= count - row,
        let length = reader.number(), let key = reader.take(Int(length))
      else { return false }
      for _ in 0..<rows {
        guard let shared = reader.number(), shared >= 0, let rest = reader.number(),
          reader.take(Int(rest)) != nil
        else { return false }
      }
      let place = Int32(key.lowerBound)..<Int32(key.upperBound)
      while next < new.count, order(new, next, place) < 0 { next = new.end(ofCustomerAt: next) }
      if next < new.count, order(new, next, place) == 0 { opened.append(keys.count) }
      keys.append(place)
      row += Int(rows)
    }
    keyPlaces.append(reader.place)
    firstRows.append(row)
    return true
  }

  /// How the key of a customer stands to that of an old one.
  private func order(_ rows: ShelfRows, _ row: Int, _ key: Range<Int32>) -> Int {
    ShelfRows.order(rows.keys, rows.rows[row].customer, bytes, key)
  }

  private mutating func readColumns(_ reader: inout ByteReader) -> Bool {
    let count = firstRows[keys.count]
    for _ in 0...ShelfRows.numbers {
      guard let column = reader.packedColumn(count) else { return false }
      columns.append(column)
    }
    let (lengths, whole) = (columns[ShelfRows.numbers], bytes)
    var (row, place) = (0, reader.place)
    for first in firstRows {
      while row < first {
        let length = lengths.number(row, in: whole.span)
        guard length >= 0, length <= whole.count else { return false }
        place += 4 * Int(length)
        row += 1
      }
      codePlaces.append(place)
    }
    return place == whole.count
  }

  /// The old rows of customers who have new ones.
  private func openedRows() -> ShelfRows? {
    var (rows, keys): ([ShelfRow], [UInt8]) = ([], [])
    for customer in opened {
      var reader = ByteReader(bytes, from: keyPlaces[customer])
      guard ShelfRows.readCustomer(&reader, to: &rows, &keys) else { return nil }
    }
    let places = opened.map { firstRows[$0]..<firstRows[$0 + 1] }
    var next = 0
    let isRead = ShelfRows.readColumns(&rows) { numbers in
      columns[next].read(places, in: bytes.span, to: &numbers)
      next += 1
      return true
    }
    guard isRead else { return nil }
    var (codes, row): ([UInt32], Int) = ([], 0)
    for (customer, range) in zip(opened, places) {
      var reader = ByteReader(bytes, from: codePlaces[customer])
      for place in range {
        let start = Int32(codes.count)
        let length = Int(columns[next].number(place, in: bytes.span))
        guard reader.appendFixed(length, to: &codes) else { return nil }
        rows[row].codes = start..<Int32(codes.count)
        row += 1
      }
    }
    return ShelfRows(keys: keys, rows: rows, codes: codes)
  }

  /// Puts customers with and without something new in the order of their keys.
  private mutating func arrange() {
    var (old, row) = (0, 0)
    while row < joined.count {
      let first = old
      while old < keys.count, order(joined, row, keys[old]) > 0 { old += 1 }
      if old > first { pieces.append(.kept(first..<old)) }
      if old < keys.count, order(joined, row, keys[old]) == 0 { old += 1 }
      let end = joined.end(ofCustomerAt: row)
      pieces.append(.joined(row..<end))
      row = end
    }
    if old < keys.count { pieces.append(.kept(old..<keys.count)) }
  }

  /// The places of all rows that are copied.
  var keptRows: [Range<Int>] {
    pieces.compactMap { piece in
      guard case .kept(let customers) = piece else { return nil }
      return firstRows[customers.lowerBound]..<firstRows[customers.upperBound]
    }
  }
}
