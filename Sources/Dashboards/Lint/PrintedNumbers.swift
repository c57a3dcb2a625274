/// The numbers of a figure, to see whether another follows from them.
struct PrintedNumbers {
  private let texts: Set<String>
  private let values: [Double]

  init(_ texts: [String]) {
    self.texts = Set(texts.flatMap(TrueSentenceRule.numbers))
    values = Set(texts.flatMap { $0.split { $0.isWhitespace || $0 == "·" } }.flatMap(Self.readings))
      .sorted()
  }

  var isEmpty: Bool { texts.isEmpty }

  /// Whether the number is printed, or is a share, a growth or a difference of two that are.
  func proves(_ number: String) -> Bool {
    if texts.contains(number) { return true }
    return Self.readings(of: number).contains { follows($0, from: number) }
  }

  private func follows(_ value: Double, from number: String) -> Bool {
    let isPercent = number.hasSuffix("%")
    let slack = value == value.rounded() ? 0.6 : 0.06
    return values.contains { one in
      values.contains { other in
        guard isPercent, other > 0 else { return one - other == value }
        let share = one / other * 100
        return (share - value).magnitude < slack || (share - 100 - value).magnitude < slack
      }
    }
  }

  /// What a number may mean: countries part thousands and decimals by points or commas, and `1,234` may be either.
  private static func readings(of text: some StringProtocol) -> [Double] {
    let digits = String(text.filter { $0.isNumber || $0 == "." || $0 == "," })
    let whole = Double(String(digits.filter(\.isNumber)))
    guard let mark = digits.lastIndex(where: { !$0.isNumber }) else {
      return [whole].compactMap(\.self)
    }
    let after = digits[digits.index(after: mark)...]
    let decimal = Double(String(digits[..<mark].filter(\.isNumber)) + "." + String(after))
    let isSole = !digits[..<mark].contains(digits[mark])
    return [isSole ? decimal : nil, after.count == 3 ? whole : nil].compactMap(\.self)
  }
}
