/// The part a text plays on a page; size, weight and line distance follow from it.
package enum TextToken: String, Sendable, Hashable, CaseIterable {
  /// The title of a cover.
  case display
  /// The message of a page.
  case h1
  /// The message of a chart.
  case h2
  /// Sentences.
  case body
  /// What a chart shows: measure, unit, number of values.
  case desc
  /// Ticks, axis titles, legends.
  case axis
  /// Values and names beside marks.
  case data
  /// Footnotes and sources.
  case note
  /// A key figure, up to four in a row.
  case kpi
  /// A key figure, five or six in a row.
  case kpiSmall
}
