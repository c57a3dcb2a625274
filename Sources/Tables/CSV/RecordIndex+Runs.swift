extension RecordIndex {
  /// The places of records that do not say the same in some columns, byte for byte, as the record before them.
  ///
  /// - Parameter text: The text with at least 8 spare bytes after its records.
  func runStarts(of columns: [Int], in text: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var cells = Array(repeating: 0..<0, count: columns.count)
    let (bytes, ends, records, columns) = (text.span, fieldEnds.span, records.span, columns.span)
    // Of the first record of the run in hand.
    var head = cells.mutableSpan
    for place in 0..<records.count {
      let record = records[place]
      var isSame = place > 0
      var column = 0
      while isSame, column < columns.count {
        // A cell that is not there counts as empty.
        let cell = Self.range(columns[column], of: record, ends) ?? 0..<0
        isSame = ByteKernels.areEqual(bytes, head[column], cell)
        column &+= 1
      }
      if isSame { continue }
      starts.append(place)
      for column in 0..<columns.count {
        head[column] = Self.range(columns[column], of: record, ends) ?? 0..<0
      }
    }
    return starts
  }

  /// The index with only the records at some places.
  func keeping(_ places: [Int]) -> RecordIndex {
    var kept = self
    kept.records = places.map { records[$0] }
    return kept
  }
}
