import Testing

@testable import Clusters

/// Small made-up data for tests; everything follows from the seed.
enum Worlds {
  /// Rows around centers drawn at random, column by column.
  static func blobs(
    rows: Int,
    columns: Int,
    groups: Int,
    spread: Double,
    seed: UInt64
  ) -> [[Double]] {
    var chance = SeededGenerator(seed: seed)
    let centers = (0..<groups).map { _ in (0..<columns).map { _ in chance.nextUnit() } }
    var result = [[Double]](repeating: [], count: columns)
    for row in 0..<rows {
      for column in 0..<columns {
        let noise = (0..<6).reduce(-3.0) { sum, _ in sum + chance.nextUnit() }
        result[column].append(centers[row % groups][column] + spread * noise)
      }
    }
    return result
  }

  /// Few different whole numbers, so that most rows are equal to others and ties abound.
  static func lattice(rows: Int, columns: Int, sides: Int, seed: UInt64) -> [[Double]] {
    var chance = SeededGenerator(seed: seed)
    return (0..<columns).map { _ in
      (0..<rows).map { _ in Double(Int(chance.nextUnit() * Double(sides))) }
    }
  }

  /// Rows on one straight line through all columns, some of them equal.
  static func collinear(rows: Int, columns: Int, seed: UInt64) -> [[Double]] {
    let along = blobs(rows: rows, columns: 1, groups: 4, spread: 0.03, seed: seed)[0]
      .enumerated().map { $0.offset % 5 == 0 ? 0.5 : $0.element }
    return (0..<columns).map { column in
      let slope = [1.0, -0.5, 3][column % 3]
      return along.map { $0 * slope }
    }
  }

  /// Every crossing of a square grid, once.
  static func grid(sides: Int) -> [[Double]] {
    let rows = 0..<sides * sides
    return [rows.map { Double($0 % sides) }, rows.map { Double($0 / sides) }]
  }

  /// Rows that are all equal to one of a few.
  static func spots(rows: Int, columns: Int, spots: Int, seed: UInt64) -> [[Double]] {
    var chance = SeededGenerator(seed: seed)
    let places = (0..<spots).map { _ in (0..<columns).map { _ in chance.nextUnit() } }
    let chosen = (0..<rows).map { _ in Int(chance.nextUnit() * Double(spots)) }
    return (0..<columns).map { column in chosen.map { places[$0][column] } }
  }

  /// A random order of so many rows.
  static func shuffle(_ rows: Int, seed: UInt64) -> [Int] {
    var chance = SeededGenerator(seed: seed)
    return (0..<rows).shuffled(using: &chance)
  }

  /// The columns with their rows in another order.
  static func rows(of columns: [[Double]], in order: [Int]) -> [[Double]] {
    columns.map { column in order.map { column[$0] } }
  }

  static func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for (x, y) in zip(a, b) { sum += (x - y) * (x - y) }
    return sum
  }

  static func rows(_ columns: [[Double]]) -> [[Double]] {
    (columns.first ?? []).indices.map { row in columns.map { $0[row] } }
  }
}

/// Whether two numbers differ by at most the tolerance.
func near(_ a: Double?, _ b: Double?, within tolerance: Double) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return (a - b).magnitude <= tolerance
}
