/// A column of dates and times of day, as written in the file: no zone shift is applied.
///
/// Cells that hold no date have 0 in `days` and `seconds`; look at `states` before using one.
package struct DateColumn: Sendable, Equatable {
  /// The civil day of each row, counted from 1970-01-01.
  package var days: [Int32]
  /// The second of the day, 0 where the file gives no time.
  package var seconds: [Int32]
  /// The zone offset in minutes that the file gives beside the time, or nil.
  package var offsetMinutes: [Int16?]
  /// What each cell is.
  package var states: [CellState]
  /// The text of unreadable cells by row, cut at 200 characters.
  package var raw: [Int: String]

  /// Makes a column of parts of equal length.
  package init(
    days: [Int32] = [],
    seconds: [Int32] = [],
    offsetMinutes: [Int16?] = [],
    states: [CellState] = [],
    raw: [Int: String] = [:],
  ) {
    let rows = days.count
    precondition(
      seconds.count == rows && offsetMinutes.count == rows && states.count == rows,
      "A date column needs its parts to be of equal length.",
    )
    self.days = days
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
    self.states = states
    self.raw = raw
  }

  /// How many rows the column has.
  package var count: Int { days.count }

  /// The day of a row, or nil if its cell holds no date.
  package subscript(row: Int) -> CivilDay? {
    states[row] == .value ? CivilDay(days[row]) : nil
  }

  /// Adds the rows of another column below these.
  package mutating func append(_ other: DateColumn) {
    raw.appendRows(other.raw, after: count)
    days += other.days
    seconds += other.seconds
    offsetMinutes += other.offsetMinutes
    states += other.states
  }

  /// The column with only the rows that are marked true.
  package func keeping(_ rows: [Bool]) -> DateColumn {
    DateColumn(
      days: days.keeping(rows),
      seconds: seconds.keeping(rows),
      offsetMinutes: offsetMinutes.keeping(rows),
      states: states.keeping(rows),
      raw: raw.keepingRows(rows),
    )
  }
}
