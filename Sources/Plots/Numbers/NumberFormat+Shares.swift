extension NumberFormat {
  /// A share of a whole (1 is all of it) in percent: `62%`, `4.2%`, `0.31%`, `<0.01%`, `>99.9%`.
  ///
  /// 0% and 100% are written only when they are exact.
  package func percent(_ share: Double) -> String {
    guard share.isFinite else { return Self.missing }
    let percent = share.magnitude * 100
    let sign = share < 0 ? Self.minus : ""
    if percent == 0 { return percentage("0") }
    if percent < 0.01 { return percentage("<" + sign + fixed(0.01, decimals: 2)) }
    if percent < 100, percent >= 99.5 {
      if percent > 99.9 { return percentage(">" + sign + fixed(99.9, decimals: 1)) }
      return percentage(sign + fixed(percent, decimals: 1))
    }
    return percentage(sign + fixed(percent, decimals: Self.percentDecimals(percent)))
  }

  /// A number already written, with the sign of percent as the country puts it.
  package func percentage(_ number: String) -> String {
    locale.percent.replacing("#", with: number)
  }

  /// A change as a percentage of what was: `+4.2%`, `±0%`.
  package func signedPercent(_ change: Double) -> String {
    guard change.isFinite else { return Self.missing }
    let percent = change.magnitude * 100
    let text = fixed(percent, decimals: percent == 0 ? 0 : Self.percentDecimals(percent))
    return Self.signed(change, text: percentage(text))
  }

  /// The difference of two shares: `+3 pp`.
  package func percentPoints(_ difference: Double) -> String {
    guard difference.isFinite else { return Self.missing }
    let points = difference.magnitude * 100
    let text = fixed(points, decimals: points >= 1 || points == 0 ? 0 : 1)
    return Self.signed(difference, text: text) + "\u{A0}pp"
  }

  private static func percentDecimals(_ percent: Double) -> Int {
    // By what will be printed: 9.97 has no decimal, because 10.0% would.
    percent >= 9.95 ? 0 : percent >= 0.995 ? 1 : 2
  }

  /// Whole numbers in proportion to the parts that add up to a total, by largest remainder.
  ///
  /// Ties go to the earlier part. Parts that are negative or not numbers count as 0; when nothing is
  /// left, all shares are 0.
  package static func shares(of parts: [Double], total: Int = 100) -> [Int] {
    let parts = parts.map { $0.isFinite && $0 > 0 ? $0 : 0 }
    let sum = parts.reduce(0, +)
    guard sum > 0, sum.isFinite else { return parts.map { _ in 0 } }
    let exact = parts.map { $0 / sum * Double(total) }
    var whole = exact.map { Int($0.rounded(.down)) }
    let order = exact.indices.sorted { one, other in
      let left = exact[one] - exact[one].rounded(.down)
      let right = exact[other] - exact[other].rounded(.down)
      return left == right ? one < other : left > right
    }
    let missing = max(0, total - whole.reduce(0, +))
    for index in order.prefix(missing) { whole[index] += 1 }
    return whole
  }
}
