/// The numbers of a figure, to see whether another follows from them.
struct PrintedNumbers {
  private let texts: Set<String>
  private let values: [Double]

  init(_ texts: [String]) {
    self.texts = Set(texts.flatMap(TrueSentenceRule.numbers))
    values = Set(texts.flatMap { $0.split { $0.isWhitespace || $0 == "·" } }.compactMap(Self.value))
      .sorted()
  }

  var isEmpty: Bool { texts.isEmpty }

  /// Whether the number is printed, or is a share, a growth or a difference of two that are.
  func proves(_ number: String) -> Bool {
    if texts.contains(number) { return true }
    guard let value = Self.value(number) else { return false }
    let isPercent = number.hasSuffix("%")
    let slack = number.contains(".") ? 0.06 : 0.6
    return values.contains { one in
      values.contains { other in
        guard isPercent, other > 0 else { return one - other == value }
        let share = one / other * 100
        return (share - value).magnitude < slack || (share - 100 - value).magnitude < slack
      }
    }
  }

  private static func value(_ text: some StringProtocol) -> Double? {
    Double(String(text.filter { $0.isNumber || $0 == "." }))
  }
}
