/// How the table of a file is written: all that is needed to read a piece of it.
struct TableShape: Sendable {
  /// How the file is written.
  var dialect: CSVDialect
  /// How many columns the header has.
  let columns: Int
  /// How the numbers and dates of each column are written.
  private(set) var writings: [ColumnWriting]
  /// What finds the records that are none.
  let strays: StrayRecords
  /// Whether dates are looked at for their order, because the beginning of the file leaves it open.
  private(set) var isWatchingDates: Bool

  /// Makes the shape that the head of a file shows.
  init(_ survey: HeadSurvey, isWatchingDates: Bool) {
    dialect = survey.dialect
    columns = survey.header.names.count
    writings = survey.writings
    strays = StrayRecords(survey.headerBytes, columns: columns, dialect)
    self.isWatchingDates = isWatchingDates
  }

  /// Reads dates with the year last in this order.
  mutating func readDates(in order: DateOrder) {
    for column in writings.indices { writings[column].dateOrder = order }
    isWatchingDates = false
  }
}
