/// Moves labels along a line until none lies on another.
package enum LabelSpacing {
  /// The places nearest to the wanted ones that are at least a gap apart and inside a range.
  ///
  /// The order of wanted places is kept; ties keep the order given. When not all fit, the gaps shrink
  /// evenly. Neighbors that press on each other share the way (pool adjacent violators).
  package static func spread(
    _ wanted: [Double],
    gap: Double,
    in range: ClosedRange<Double>
  )
    -> [Double]
  {
    guard !wanted.isEmpty else { return [] }
    let room = range.upperBound - range.lowerBound
    let gap = wanted.count > 1 ? min(gap, room / Double(wanted.count - 1)) : 0
    let order = wanted.indices.sorted {
      wanted[$0] == wanted[$1] ? $0 < $1 : wanted[$0] < wanted[$1]
    }
    // Without the gaps the places need only rise, which pooling does exactly.
    var pools: [(sum: Double, count: Int)] = []
    for (rank, index) in order.enumerated() {
      pools.append((wanted[index] - Double(rank) * gap, 1))
      while pools.count > 1 {
        let last = pools[pools.count - 1]
        let before = pools[pools.count - 2]
        guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
        pools.removeLast(2)
        pools.append((before.sum + last.sum, before.count + last.count))
      }
    }
    let highest = range.upperBound - Double(wanted.count - 1) * gap
    let bases = pools.flatMap { pool in
      let mean = pool.sum / Double(pool.count)
      return Array(
        repeating: min(max(mean, range.lowerBound), max(highest, range.lowerBound)),
        count: pool.count
      )
    }
    var result = wanted
    for (rank, index) in order.enumerated() { result[index] = bases[rank] + Double(rank) * gap }
    return result
  }
}
