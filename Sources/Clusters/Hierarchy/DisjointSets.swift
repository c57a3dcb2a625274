/// Numbers in sets that grow together.
struct DisjointSets: Sendable {
  private var parents: [Int32]

  /// Every number below the count begins in a set of its own.
  init(count: Int) {
    parents = (0..<Int32(count)).map { $0 }
  }

  /// The number that stands for the set.
  mutating func root(of number: Int) -> Int {
    var at = Int32(number)
    while parents[Int(at)] != at {
      let grandparent = parents[Int(parents[Int(at)])]
      parents[Int(at)] = grandparent
      at = grandparent
    }
    return Int(at)
  }

  /// Makes two sets one, which the lower root stands for; false if they were one already.
  mutating func unite(_ a: Int, _ b: Int) -> Bool {
    let rootA = root(of: a)
    let rootB = root(of: b)
    guard rootA != rootB else { return false }
    parents[max(rootA, rootB)] = Int32(min(rootA, rootB))
    return true
  }

  /// The sets numbered from 0 by their lowest numbers.
  mutating func numbers() -> (ofEach: [Int32], count: Int) {
    var result = [Int32](repeating: -1, count: parents.count)
    var next: Int32 = 0
    for number in parents.indices {
      let root = root(of: number)
      if root == number {
        result[number] = next
        next += 1
      } else {
        result[number] = result[root]
      }
    }
    return (result, Int(next))
  }
}
