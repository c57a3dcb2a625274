/// How strong each count of customers is drawn: as many cells in each step as possible.
struct DensitySteps {
  /// The steps of small counts by the count itself: nearly every cell has one.
  private var small = [Int](repeating: 1, count: 256)
  private var large: [Int32: Int] = [:]

  /// Steps from 1 to `most` for cells with customers; empty ones do not count.
  init(_ cells: some Sequence<Int32>, most: Int) {
    var few = [Int](repeating: 0, count: small.count)
    var many: [Int32: Int] = [:]
    for count in cells where count > 0 {
      if count < few.count { few[Int(count)] += 1 } else { many[count, default: 0] += 1 }
    }
    let all = few.reduce(0, +) + many.values.reduce(0, +)
    var below = 0
    func step(of share: Int) -> Int {
      let middle = (Double(below) + Double(share) / 2) / Double(max(1, all))
      below += share
      return min(most, 1 + Int(middle * Double(most)))
    }
    for (count, share) in few.enumerated() where share > 0 { small[count] = step(of: share) }
    for (count, share) in many.sorted(by: { $0.key < $1.key }) { large[count] = step(of: share) }
  }

  /// The step of a count.
  subscript(count: Int32) -> Int {
    0 <= count && count < small.count ? small[Int(count)] : large[count] ?? 1
  }
}
