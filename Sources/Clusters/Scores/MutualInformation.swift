import RealModule

/// What two partitions tell about each other, and what chance alone would let them tell.
struct MutualInformation {
  /// In natural units.
  let shared: Double
  /// What partitions with clusters of the same sizes share by chance, on average.
  let expected: Double
  private let entropyA: Double
  private let entropyB: Double

  init(_ table: SharedRows) {
    let rows = Double(max(1, table.rowCount))
    var shared = 0.0
    for cell in table.cells {
      let count = Double(cell.count)
      let a = Double(table.sizesA[cell.a] ?? 0)
      let b = Double(table.sizesB[cell.b] ?? 0)
      shared += count / rows * Double.log(count * rows / (a * b))
    }
    self.shared = max(0, shared)
    let sizesA = Self.sizes(table.sizesA)
    let sizesB = Self.sizes(table.sizesB)
    entropyA = Self.entropy(sizesA, rows: rows)
    entropyB = Self.entropy(sizesB, rows: rows)
    var expected = 0.0
    for (a, manyA) in sizesA {
      for (b, manyB) in sizesB {
        let one = Self.expected(a, b, rows: table.rowCount)
        expected += Double(manyA) * Double(manyB) * one
      }
    }
    self.expected = expected
  }

  /// 1 where the partitions tell everything about each other, 0 where no more than by chance.
  var adjusted: Double {
    let room = (entropyA + entropyB) / 2 - expected
    // With room for nothing (scikit-learn does the same) rounding must not become a score.
    let least = Double.ulpOfOne
    return (shared - expected) / (room < 0 ? min(room, -least) : max(room, least))
  }

  /// Sizes of clusters with how many have them: there are few different ones, however many clusters.
  private static func sizes(_ sizes: [Int32: Int]) -> [(size: Int, many: Int)] {
    var many: [Int: Int] = [:]
    for size in sizes.values { many[size, default: 0] += 1 }
    return many.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func entropy(_ sizes: [(size: Int, many: Int)], rows: Double) -> Double {
    sizes.reduce(0) { sum, entry in
      let share = Double(entry.size) / rows
      return sum - Double(entry.many) * share * Double.log(share)
    }
  }

  /// The mean term of two clusters of these sizes whose members are drawn by chance.
  ///
  /// The number of rows they share then follows the hypergeometric distribution. Its weights are
  /// followed from the likeliest number to both sides and divided by their sum, which keeps all
  /// digits where logarithms of factorials would lose them.
  private static func expected(_ a: Int, _ b: Int, rows: Int) -> Double {
    let lowest = max(0, a + b - rows)
    let highest = min(a, b)
    let (x, y, n) = (Double(a), Double(b), Double(rows))
    let likeliest = min(highest, max(lowest, Int((x + 1) * (y + 1) / (n + 2))))
    var total = 0.0
    var sum = 0.0
    func add(_ count: Int, _ weight: Double) {
      total += weight
      if count > 0 { sum += weight * Double(count) / n * Double.log(Double(count) * n / (x * y)) }
    }
    add(likeliest, 1)
    var weight = 1.0
    for count in likeliest..<max(likeliest, highest) {
      let c = Double(count)
      weight *= (x - c) * (y - c) / ((c + 1) * (n - x - y + c + 1))
      add(count + 1, weight)
      if weight < 1e-25 { break }
    }
    weight = 1
    for count in stride(from: likeliest, to: lowest, by: -1) {
      let c = Double(count)
      weight *= c * (n - x - y + c) / ((x - c + 1) * (y - c + 1))
      add(count - 1, weight)
      if weight < 1e-25 { break }
    }
    return sum / total
  }
}
