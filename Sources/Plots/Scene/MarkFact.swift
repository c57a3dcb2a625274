/// What one mark of a chart shows: its kind and the range of its data.
package struct MarkFact: Sendable, Equatable {
  /// What it is, such as `bar`, `slice` or `line`.
  package let kind: String
  /// The data along the horizontal axis; nil where it shows none.
  package let x: ClosedRange<Double>?
  /// The data along the vertical axis; nil where it shows none.
  package let y: ClosedRange<Double>?
  /// Its bars, slices or cells; empty for lines and dots.
  package var pieces: [MarkPiece]

  /// What a mark shows.
  package init(
    _ kind: String,
    x: ClosedRange<Double>? = nil,
    y: ClosedRange<Double>? = nil,
    pieces: [MarkPiece] = []
  ) {
    self.kind = kind
    self.x = x
    self.y = y
    self.pieces = pieces
  }

  /// Bars grow from zero; their length is their value.
  package static let bar = "bar"
  /// Histograms are bars over ranges of values.
  package static let histogram = "histogram"
  /// Cells of a heat map tell their value by color.
  package static let cell = "cell"
  /// Slices of a whole stand side by side.
  package static let slice = "slice"
}
