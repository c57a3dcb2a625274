import Tables

/// Decides in which order the dates of an export are read, before any of them is.
///
/// What was configured wins; then what the file shows; then what its platform always does; then what its
/// dates show when all of them are looked at. Orders whose dates stay undecided are refused: a wrong guess
/// would move every customer's last purchase by months.
struct DateReading {
  let export: Export
  let choice: ReadingChoice

  /// Sets the order on the reader; says whether the reader's own guess has been overruled.
  func settle(_ reader: inout CSVReader, for match: SchemaMatch) throws(SegmentError) -> Bool {
    if let order = choice.dates?.order {
      reader.readDates(in: order)
      return true
    }
    if reader.dialect.dateOrder != nil { return false }
    if let order = Platform.named(match.platform)?.dateOrder?.order {
      reader.readDates(in: order)
      return true
    }
    guard !match.grain.isCustomers, let column = match.roles[.date],
      let sample = reader.samples.first(where: { $0.name == column }), sample.dateShare > 0
    else { return false }
    switch try evidence(sample.index) {
    case .order(let order):
      reader.readDates(in: order)
      return true
    case .irrelevant:
      return true
    case .open(let example):
      throw .refused(.undecidedDates(column, example: example))
    }
  }

  private func evidence(_ column: Int) throws(SegmentError) -> DateOrderEvidence {
    var table = try export.table(choice)
    do {
      return try DateOrderEvidence.inColumn(column, of: &table.reader)
    } catch {
      throw table.failure.explain(error)
    }
  }
}
