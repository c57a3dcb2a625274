/// Density from length.
struct DensityScale: Sendable {
  /// What stands for 1/0: rows on one spot count as half the shortest other length apart.
  private let highest: Double

  init(smallest: Double?) {
    highest = smallest.map { 2 / $0.squareRoot() } ?? 1
  }

  func density(_ square: Double) -> Double {
    square > 0 ? 1 / square.squareRoot() : highest
  }
}
