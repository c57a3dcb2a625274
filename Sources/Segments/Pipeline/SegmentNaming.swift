/// Where the names of segments come from.
package enum SegmentNaming: Codable, Equatable, Sendable {
  /// From the data.
  case auto
  /// The eleven named groups of recency, frequency and spend, which then are the segments.
  case rfm
  /// Fixed: what would be the name (or the letter), and what it is to be called.
  case table([String: String])
}
