/// Colors for amounts, in steps that the eye can look up.
package struct ColorScale: Sendable, Hashable {
  /// The colors from least to most.
  package let steps: [Color]
  /// The least value.
  package let low: Double
  /// The greatest value.
  package let high: Double
  /// The letters that may stand on the colors, dark and light.
  package let inks: [Color]

  /// Colors between two values; values outside get the first or last color.
  package init(steps: [Color], low: Double, high: Double, inks: [Color]) {
    self.steps = steps
    self.low = low
    self.high = high
    self.inks = inks
  }

  /// The step of a value, 0 for the first; the middle one when there is nothing to tell apart.
  package func step(of value: Double) -> Int {
    guard !steps.isEmpty else { return 0 }
    guard value.isFinite, high > low else { return steps.count / 2 }
    let share = (value - low) / (high - low)
    return Int((min(max(share, 0), 1) * Double(steps.count)).rounded(.down)).clamped(
      to: steps.count - 1
    )
  }

  /// The color of a value.
  package func color(of value: Double) -> Color {
    steps.isEmpty ? Color(0xFFFFFF) : steps[step(of: value)]
  }

  /// The color of letters on the color of a value, chosen by computed contrast.
  package func ink(on value: Double) -> Color {
    let ground = color(of: value)
    let ink = ground.bestInk(of: inks)
    // Middle tones carry neither ink well; plain black then reaches the 4.5:1 that small text needs.
    return ink.contrast(to: ground) >= 4.5
      ? ink : ground.bestInk(of: inks + [Color(0x000000), Color(0xFFFFFF)])
  }
}

extension Int {
  fileprivate func clamped(to last: Int) -> Int { Swift.min(Swift.max(self, 0), last) }
}
