extension ColumnCells {
  /// The cells as dates; days before 1970 are unreadable.
  ///
  /// - Parameter otherOrder: Counts unreadable cells that are dates in the other order.
  func dates(_ otherOrder: inout LineCount) -> DateColumn {
    let rows = index.records.count
    let text = CellText(dialect)
    let parser = DateParser(writing.dateOrder)
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
      var before = 0..<0
      for row in 0..<rows {
        guard let cell = RecordIndex.range(column, of: records[row], fieldEnds) else { continue }
        // Lines of one order follow each other and have one date.
        if row > 0, states[row - 1] == .value, ByteKernels.areEqual(bytes, before, cell) {
          days[row] = days[row - 1]
          seconds[row] = seconds[row - 1]
          offsets[row] = offsets[row - 1]
          states[row] = .value
          before = cell
          continue
        }
        before = cell
        let date: DateCell?
        if let range = text.inPlace(bytes, cell) {
          if MissingWord.isNumberMissing(bytes, range.lowerBound, range.upperBound) { continue }
          date =
            parser.parse(bytes, range.lowerBound, range.upperBound)
            ?? numericDate(bytes, range)
        } else {
          let (written, _) = text.full(bytes, cell)
          if MissingWord.isNumberMissing(written.span, 0, written.count) { continue }
          date =
            parser.parse(written.span, 0, written.count)
            ?? numericDate(written.span, 0..<written.count)
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
    let other = DateParser(writing.dateOrder == .dmy ? .mdy : .dmy)
    for (row, cell) in unreadable {
      raw[row] = shown(cell)
      let (written, _) = text.full(bytes.span, cell)
      if other.parse(written.span, 0, written.count) != nil {
        otherOrder.add(1, lines: [index.records[row].line])
      }
    }
    return DateColumn(
      days: days,
      seconds: seconds,
      offsetMinutes: offsets,
      states: states,
      raw: raw
    )
  }

  /// The moment that a number of seconds or days means, if the column consists of such numbers.
  private func numericDate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> DateCell? {
    guard let kind = writing.numericDate else { return nil }
    return NumberParser(.point).plain(bytes, range.lowerBound, range.upperBound)
      .flatMap { kind.date($0) }
  }

  /// What the dates show of their order.
  func dateVote() -> DateOrderVote {
    let text = CellText(dialect)
    var vote = DateOrderVote()
    for record in index.records {
      guard let cell = RecordIndex.range(column, of: record, index.fieldEnds.span),
        let range = text.inPlace(bytes.span, cell)
      else { continue }
      vote.add(bytes.span, range)
    }
    return vote
  }
}
