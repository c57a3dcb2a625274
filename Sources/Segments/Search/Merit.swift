/// What a clustering is worth to its readers: separation, less what makes groups hard to use.
///
/// merit = separation × steadiness × size × fineness. The first is the silhouette over *all* customers, so that
/// leaving customers out costs what it should; each of the others is 1 for a sound answer and falls in
/// proportion below a written bar. None of the bars knows a data set.
struct Merit: Sendable, Equatable {
  /// The mean silhouette with unassigned customers counted as 0.
  var separation: Double
  /// The mean Jaccard similarity of the least stable group; `nil` where it was not measured.
  var weakest: Double?
  /// The share of all customers in the smallest group.
  var smallestShare: Double
  /// Whether it divides customers in two where a finer answer has structure of its own.
  var isHalving: Bool

  /// From here on a group is called stable (FIELD, "Bootstrap Jaccard").
  static let steady = 0.75
  /// A group of this share of the customers is worth a campaign of its own.
  static let sizable = 0.03
  /// Two segments say little more than "large and small": they must lead the finer answers by half.
  static let halvingFactor = 2.0 / 3.0

  /// The merit, taking what was not measured as perfect.
  var value: Double {
    guard separation > 0 else { return separation }
    return separation * min(1, (weakest ?? 1) / Self.steady) * min(1, smallestShare / Self.sizable)
      * (isHalving ? Self.halvingFactor : 1)
  }
}
