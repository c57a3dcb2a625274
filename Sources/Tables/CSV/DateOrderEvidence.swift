/// What all dates of one column show of their order, read to the end of the file.
package enum DateOrderEvidence: Sendable, Equatable {
  /// A number above 12 stands in one place and in no other.
  case order(DateOrder)
  /// No date has the year last, or day and month are the same number in all of them.
  case irrelevant
  /// Both orders are possible; this cell reads differently in each.
  case open(example: String)

  /// Reads a file to its end for one column.
  ///
  /// Cost: one pass over the file.
  package static func inColumn(
    _ column: Int,
    of reader: inout CSVReader,
  ) throws(TableError) -> DateOrderEvidence {
    let plan = [ColumnPlan(index: column, name: "date", kind: .text)]
    var vote = DateOrderVote()
    var example: String?
    while let batch = try reader.nextBatch(of: plan) {
      guard let texts = batch.columns.first?.texts else { continue }
      for row in 0..<texts.count {
        let range = texts.range(of: row)
        guard
          let fields = DateFields(texts.bytes.span, range.lowerBound, range.upperBound)
        else { continue }
        vote.add(fields)
        if fields.isAmbiguous, example == nil { example = texts.string(at: row) }
      }
    }
    if vote.yearLast > 0, let order = vote.order { return .order(order) }
    return example.map { .open(example: $0) } ?? .irrelevant
  }
}

extension DateFields {
  /// Whether the date is another day when day and month change places.
  fileprivate var isAmbiguous: Bool {
    shape == .yearLast && first != second && (1...12).contains(first) && (1...12).contains(second)
  }
}
