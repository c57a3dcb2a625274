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
  /// What a panel makes of the measure it is asked for, or of another; why it makes nothing where there is none or
  /// all its values are the same.
  func varying(
    in reading: Reading,
    else other: Measure? = nil,
    _ draw: (Measure) -> Outcome
  ) -> Outcome {
    guard let measure = measures?.first ?? other else {
      return .absent(reading.words("absent.no-measure"))
    }
    guard !measure.isConstant else {
      return .absent(reading.words("absent.constant", ["measure": measure.label]))
    }
    return draw(measure)
  }

  /// As high as wanted, but no lower than a drawing must be and no higher than does it good.
  func height(from least: Double, to most: Double) -> Double {
    min(max(least, wanted ?? least), max(least, most))
  }
}
