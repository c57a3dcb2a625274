import Plots

/// Everything a panel needs to draw besides the report: colors, letters, numbers, words.
package struct Style: Sendable {
  /// The colors.
  let theme: Theme
  /// The sizes of texts.
  let type: TypeScale
  /// Knows how wide texts are.
  let measure: TextMeasure
  /// Writes numbers, money and dates.
  let format: NumberFormat
  /// The words of the pages.
  let words: Words
  /// Groups smaller than this show no values.
  let smallestCell: Int

  /// The looks that charts need.
  var plot: PlotStyle { PlotStyle(theme: theme, type: type, numbers: format, measure: measure) }

  /// What stands where a group is too small to show values.
  var few: String { words("customers.few", ["n": format.integer(smallestCell)]) }

  /// The look of a lettering in this style.
  func text(_ lettering: Lettering) -> TextStyle {
    var style = type[lettering.token]
    if let weight = lettering.weight { style = style.weight(weight) }
    if let size = lettering.size { style = style.size(size * type.factor) }
    if let tabular = lettering.tabular {
      style = tabular ? style.tabularFigures : style.proportionalFigures
    }
    return style
  }

  /// How wide a text is.
  func width(_ text: String, _ lettering: Lettering) -> Double {
    measure.width(text, style: self.text(lettering))
  }

  /// The room that the tags and names of segments need, but no more than given.
  func room(for portraits: [Portrait], atMost limit: Double) -> Double {
    min(limit, (portraits.map { width($0.name, .data.bold) }.max() ?? 0) + 26)
  }

  /// The color of a lettering that names none.
  func color(_ lettering: Lettering) -> Color {
    if let color = lettering.color { return color }
    switch lettering.token {
    case .desc, .axis: return theme.secondary
    case .note: return theme.tertiary
    case .display, .h1, .h2, .body, .data, .kpi, .kpiSmall: return theme.ink
    }
  }
}
