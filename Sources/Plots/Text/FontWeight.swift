/// How bold letters are; only three, so that a PDF carries at most three fonts.
package enum FontWeight: Int, Sendable, Hashable, CaseIterable {
  /// Running text.
  case regular = 400
  /// Values.
  case medium = 500
  /// Titles.
  case semibold = 600
}
