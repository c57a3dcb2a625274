extension ColumnCells {
  /// The cells as numbers.
  func numbers() -> NumberColumn {
    let rows = index.records.count
    let text = CellText(dialect)
    let parser = NumberParser(writing.decimalMark)
    let short = ShortNumber(writing.decimalMark)
    var values = [Double](repeating: 0, count: rows)
    var states = [CellState](repeating: .missing, count: rows)
    var unreadable: [(row: Int, cell: Range<Int>)] = []
    do {
      let bytes = bytes.span
      let fieldEnds = index.fieldEnds.span
      let records = index.records.span
      var values = values.mutableSpan
      var states = states.mutableSpan
      for row in 0..<rows {
        guard let cell = RecordIndex.range(column, of: records[row], fieldEnds) else { continue }
        // Nearly all cells are short, and what else stands in one, as quotes and blanks, is not taken for a number.
        if !cell.isEmpty, cell.count <= 8,
          let value = short.value(bytes, cell.lowerBound, cell.upperBound)
        {
          values[row] = value
          states[row] = .value
          continue
        }
        if let range = text.inPlace(bytes, cell) {
          if range.isEmpty { continue }
          if range.count <= 8, let value = short.value(bytes, range.lowerBound, range.upperBound) {
            values[row] = value
            states[row] = .value
            continue
          }
          if let value = parser.plain(bytes, range.lowerBound, range.upperBound) {
            values[row] = value
            states[row] = .value
            continue
          }
          if MissingWord.isNumberMissing(bytes, range.lowerBound, range.upperBound) { continue }
          if let value = parser.tolerant(bytes, range.lowerBound, range.upperBound) {
            values[row] = value
            states[row] = .value
            continue
          }
        }
        let (written, _) = text.full(bytes, cell)
        if let value = parser.tolerant(written.span, 0, written.count) {
          values[row] = value
          states[row] = .value
        } else if !MissingWord.isNumberMissing(written.span, 0, written.count) {
          states[row] = .unreadable
          unreadable.append((row, cell))
        }
      }
    }
    var raw: [Int: String] = [:]
    for (row, cell) in unreadable { raw[row] = shown(cell) }
    return NumberColumn(values: values, states: states, raw: raw)
  }
}
