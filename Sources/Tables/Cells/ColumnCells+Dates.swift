extension ColumnCells {
  /// The cells as dates; days before 1970 are unreadable.
  func dates() -> DateColumn {
    let rows = index.records.count
    let text = CellText(dialect)
    let parser = DateParser(dialect.assumedOrder ?? .mdy)
    var days = [Int32](repeating: 0, count: rows)
    var seconds = [Int32](repeating: 0, count: rows)
    var offsets = [Int16?](repeating: nil, count: rows)
    var states = [CellState](repeating: .missing, count: rows)
    var unreadable: [(row: Int, cell: Range<Int>)] = []
    do {
      let bytes = bytes.span
      let fieldEnds = index.fieldEnds.span
      let records = index.records.span
      var days = days.mutableSpan
      var seconds = seconds.mutableSpan
      var offsets = offsets.mutableSpan
      var states = states.mutableSpan
      for row in 0..<rows {
        guard let cell = RecordIndex.range(column, of: records[row], fieldEnds) else { continue }
        let date: DateCell?
        if let range = text.inPlace(bytes, cell) {
          if MissingWord.isNumberMissing(bytes, range.lowerBound, range.upperBound) { continue }
          date = parser.parse(bytes, range.lowerBound, range.upperBound)
        } else {
          let (written, _) = text.full(bytes, cell)
          if MissingWord.isNumberMissing(written.span, 0, written.count) { continue }
          date = parser.parse(written.span, 0, written.count)
        }
        guard let date, date.day >= 0 else {
          states[row] = .unreadable
          unreadable.append((row, cell))
          continue
        }
        days[row] = date.day
        seconds[row] = date.second
        if let offset = date.offsetMinutes { offsets[row] = offset }
        states[row] = .value
      }
    }
    var raw: [Int: String] = [:]
    for (row, cell) in unreadable { raw[row] = shown(cell) }
    return DateColumn(
      days: days,
      seconds: seconds,
      offsetMinutes: offsets,
      states: states,
      raw: raw
    )
  }
}
