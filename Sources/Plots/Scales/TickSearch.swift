import RealModule

/// The search for the best row of ticks.
///
/// Rows are tried from the roundest on; bounds on what a branch can still reach end it early.
struct TickSearch {
  /// A row of ticks: `start` and the following multiples of a round step.
  struct Row {
    /// Ten times the round number, so that 2.5 is whole.
    let tenfold: Int
    /// The power of ten of the step.
    let power: Int
    /// The first tick, counted in steps.
    let start: Int
    let count: Int

    var values: [Double] {
      (0..<count).map { Ticks.times(power: power - 1, Double((start + $0) * tenfold)) }
    }
  }

  /// Ten times the round numbers, best first.
  static let roundNumbers = [10, 50, 20, 25]
  /// More are hard to read, however well they cover the data.
  private var mostTicks: Int { max(7, wanted + 2) }

  let low: Double
  let high: Double
  let wanted: Int
  let cover: Ticks.Cover
  private(set) var best: Row?
  private var bestScore = -2.0

  init(low: Double, high: Double, wanted: Int, cover: Ticks.Cover) {
    self.low = low
    self.high = high
    self.wanted = wanted
    self.cover = cover
  }

  mutating func run() {
    // The paper also tries every second, third, … multiple; that would bring back steps of 3 and 4.
    for place in Self.roundNumbers.indices {
      let roundness = Self.roundness(place, hasZero: true)
      guard score(roundness, 1, 1) >= bestScore else { return }
      tryCounts(place: place, roundness: roundness)
    }
  }

  private mutating func tryCounts(place: Int, roundness: Double) {
    for count in 2...mostTicks {
      let density = densityBound(count)
      guard score(roundness, 1, density) >= bestScore else { return }
      tryPowers(place: place, count: count, roundness: roundness, density: density)
    }
  }

  private mutating func tryPowers(
    place: Int,
    count: Int,
    roundness: Double,
    density: Double
  ) {
    let number = Double(Self.roundNumbers[place]) / 10
    let delta = (high - low) / Double(count + 1) / number
    var power = Int(Double.log10(delta).rounded(.up))
    while power < 400 {
      let step = Ticks.times(power: power, number)
      let span = step * Double(count - 1)
      guard span.isFinite, score(roundness, coverageBound(span), density) >= bestScore else {
        return
      }
      let first = (high / step).rounded(.down) - Double(count - 1)
      let last = (low / step).rounded(.up)
      if first <= last, first.magnitude < 1e15, last - first < 10_000 {
        for start in Int(first)...Int(last) {
          weigh(
            Row(
              tenfold: Self.roundNumbers[place],
              power: power,
              start: start,
              count: count
            ),
            place: place,
            step: step
          )
        }
      }
      power += 1
    }
  }

  private mutating func weigh(_ row: Row, place: Int, step: Double) {
    let first = Double(row.start) * step
    let last = Double(row.start + row.count - 1) * step
    let slack = (high - low) * 1e-10
    if cover == .whole, first > low + slack || last < high - slack { return }
    let hasZero = first <= 0 && last >= 0
    let score = score(
      Self.roundness(place, hasZero: hasZero),
      coverage(first, last),
      density(row.count, first, last)
    )
    guard score > bestScore else { return }
    bestScore = score
    best = row
  }

  private func score(_ roundness: Double, _ coverage: Double, _ density: Double) -> Double {
    // The paper's weights; legibility, 0.05, is 1 here: labels are measured by the axis itself.
    0.25 * roundness + 0.2 * coverage + 0.5 * density + 0.05
  }

  private static func roundness(_ place: Int, hasZero: Bool) -> Double {
    (hasZero ? 1 : 0) - Double(place) / Double(roundNumbers.count - 1)
  }

  private func coverage(_ first: Double, _ last: Double) -> Double {
    let tenth = 0.1 * (high - low)
    let atEnd = (high - last) / tenth
    let atStart = (low - first) / tenth
    return 1 - 0.5 * (atEnd * atEnd + atStart * atStart)
  }

  private func coverageBound(_ span: Double) -> Double {
    let range = high - low
    guard span > range else { return 1 }
    let half = (span - range) / 2 / (0.1 * range)
    return 1 - half * half
  }

  private func density(_ count: Int, _ first: Double, _ last: Double) -> Double {
    let given = Double(count - 1) / (last - first)
    let asked = Double(wanted - 1) / (max(last, high) - min(first, low))
    return 2 - max(given / asked, asked / given)
  }

  private func densityBound(_ count: Int) -> Double {
    count >= wanted ? 2 - Double(count - 1) / Double(wanted - 1) : 1
  }
}
