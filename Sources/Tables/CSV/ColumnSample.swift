/// What the first records of a file show of one column.
///
/// Judged over the head of the file: at most 1 MiB and at most 5 000 records.
package struct ColumnSample: Sendable, Equatable {
  /// The header, as `CSVReader.header` gives it.
  package let name: String
  /// Which column of the file, counted from 0.
  package let index: Int
  /// The cells of the first records as texts, trimmed: at most 200.
  package let values: [String]
  /// What the column most probably is.
  package let kind: ColumnKind
  /// The share of all cells that are empty or say so.
  package let emptyShare: Double
  /// The share of the other cells that are numbers.
  package let numberShare: Double
  /// The share of the other cells that are dates (of any year).
  package let dateShare: Double
  /// The share of the other cells that say yes or no, in words.
  package let booleanShare: Double
  /// Whether the column has numbers and all of them are whole.
  package let isWholeNumbers: Bool
  /// The number of different texts over the number of cells that are not empty; 0 if all are.
  package let distinctShare: Double
  /// Whether no two cells that are not empty are equal, and there are at least two of them.
  package let isUnique: Bool
  /// What the numbers of the column are if it is read as dates; nil if they cannot be dates.
  package let numericDate: NumericDate?

  /// Makes a sample from its figures.
  package init(
    name: String,
    index: Int,
    values: [String],
    kind: ColumnKind,
    emptyShare: Double,
    numberShare: Double,
    dateShare: Double,
    booleanShare: Double = 0,
    isWholeNumbers: Bool,
    distinctShare: Double,
    isUnique: Bool,
    numericDate: NumericDate? = nil,
  ) {
    self.name = name
    self.index = index
    self.values = values
    self.kind = kind
    self.emptyShare = emptyShare
    self.numberShare = numberShare
    self.dateShare = dateShare
    self.booleanShare = booleanShare
    self.isWholeNumbers = isWholeNumbers
    self.distinctShare = distinctShare
    self.isUnique = isUnique
    self.numericDate = numericDate
  }
}
