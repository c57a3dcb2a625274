import Plots

/// A segment as every page must show it.
struct LintedSegment {
  var letter: String
  var name: String
  /// How its size is written in words; nil where it needs not be.
  var size: String?
  /// The colors that are its own.
  var look: SegmentStyle
}
