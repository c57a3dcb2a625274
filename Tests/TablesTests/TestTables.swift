@testable import Tables

/// Reads a whole text as one table; the kinds are those the reader guesses, unless given by name.
func table(
  _ text: String,
  kinds: [String: ColumnKind] = [:],
  limits: CSVLimits = CSVLimits(),
) throws(TableError) -> Table {
  var reader = try CSVReader(source: BytesSource(text), limits: limits)
  return try allRows(&reader, kinds: kinds)
}

/// All rows that a reader still has.
func allRows(
  _ reader: inout CSVReader,
  kinds: [String: ColumnKind] = [:],
) throws(TableError) -> Table {
  let plan = reader.samples.map { sample in
    ColumnPlan(index: sample.index, name: sample.name, kind: kinds[sample.name] ?? sample.kind)
  }
  var all: Table?
  while let batch = try reader.nextBatch(of: plan) {
    if all == nil { all = batch } else { all?.append(batch) }
  }
  return all
    ?? Table(
      columns: plan.map { Column(name: $0.name, values: .empty($0.kind)) },
      lines: [],
    )
}

extension ColumnValues {
  /// A column of this kind without rows.
  static func empty(_ kind: ColumnKind) -> ColumnValues {
    switch kind {
    case .number: .numbers(NumberColumn())
    case .date: .dates(DateColumn())
    case .text: .texts(TextColumn())
    }
  }
}

extension Table {
  /// The cells as text, row by row.
  var rows: [[String]] {
    (0..<rowCount).map { row in columns.map { $0.text(at: row) } }
  }
}
