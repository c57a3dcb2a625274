/// Which rows of a column have the same key.
struct KeyGroups {
  /// The group of each row, numbered by first appearance; nil where the cell holds nothing.
  private(set) var groupOfRow: [Int?] = []
  /// How many groups there are.
  private(set) var count = 0

  /// Groups the rows by the text or the value of their cells.
  init(of column: Column) {
    groupOfRow.reserveCapacity(column.values.count)
    switch column.values {
    case .texts(let texts):
      var seen = TextSet(expected: texts.count)
      for row in 0..<texts.count {
        let range = texts.range(of: row)
        groupOfRow.append(range.isEmpty ? nil : seen.insert(texts.bytes, range))
      }
      count = seen.count
    case .numbers(let numbers):
      group(numbers.states) { UInt64(numbers.values[$0].bitPattern) }
    case .dates(let dates):
      group(dates.states) {
        UInt64(UInt32(bitPattern: dates.days[$0])) << 32
          | UInt64(UInt32(bitPattern: dates.seconds[$0]))
      }
    }
  }

  private mutating func group(_ states: [CellState], by key: (Int) -> UInt64) {
    var seen: [UInt64: Int] = [:]
    for row in states.indices {
      guard states[row] == .value else {
        groupOfRow.append(nil)
        continue
      }
      let group = seen[key(row), default: seen.count]
      seen[key(row)] = group
      groupOfRow.append(group)
    }
    count = seen.count
  }
}
