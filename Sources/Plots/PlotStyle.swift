/// Everything about looks that a chart needs to know: colors, sizes, numbers, fonts.
package struct PlotStyle: Sendable {
  /// The colors.
  package var theme: Theme
  /// The sizes of texts.
  package var type: TypeScale
  /// How numbers are written.
  package var numbers: NumberFormat
  /// How wide texts are.
  package let measure: TextMeasure

  /// Looks; those of a printed page in English unless told otherwise.
  package init(
    theme: Theme = .light,
    type: TypeScale = .print,
    numbers: NumberFormat = NumberFormat(),
    measure: TextMeasure
  ) {
    self.theme = theme
    self.type = type
    self.numbers = numbers
    self.measure = measure
  }
}
