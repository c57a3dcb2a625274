/// Where more clusters stop paying.
package enum Elbow {
  /// The k at which the inertia curve bends most; nil where it does not bend.
  ///
  /// Kneedle (Satopää and others, 2011): the point farthest below the straight line between the
  /// ends. Ties go to the smaller k. `k` ascends; there is an inertia for each.
  package static func knee(k: [Int], inertia: [Double]) -> Int? {
    precondition(k.count == inertia.count, "every k comes with its inertia")
    guard k.count > 2, let firstK = k.first, let lastK = k.last, lastK > firstK else { return nil }
    guard let highest = inertia.first, let lowest = inertia.last, highest > lowest else {
      return nil
    }
    var best: (depth: Double, k: Int)?
    for (count, value) in zip(k, inertia) {
      let across = Double(count - firstK) / Double(lastK - firstK)
      let depth = 1 - across - (value - lowest) / (highest - lowest)
      // Rounding alone is not a bend.
      if depth > max(1e-9, best?.depth ?? 0) { best = (depth, count) }
    }
    return best?.k
  }
}
