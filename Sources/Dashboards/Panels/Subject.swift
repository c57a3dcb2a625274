/// What a panel is asked to draw: how wide, and which measures and segments.
struct Subject {
  /// The width in points.
  var width: Double
  /// The height that is left on the page; nil for as high as needed.
  var height: Double?
  /// How high the drawing itself is wanted, where it can be higher than it must; nil for as it must.
  var wanted: Double?
  /// How high a drawing may be to fit on a page with its heading and notes; nil where it does not matter.
  var limit: Double?
  /// The measures of a repeated row; nil for all.
  var measures: [Measure]?
  /// The segments of a repeated row; nil for all.
  var segments: [Portrait]?
  /// What is on which page; nil before that is known.
  var contents: [ContentsEntry]?
  /// The words of a text block.
  var text: String?
}

extension Subject {
  /// As high as wanted, but no lower than a drawing must be and no higher than does it good.
  func height(from least: Double, to most: Double) -> Double {
    min(max(least, wanted ?? least), max(least, most))
  }
}
