/// Writes coordinates with at most two decimals and nothing superfluous.
enum SVGNumber {
  /// `12`, `12.5`, `-0.03`: shortest form with two decimals, never an exponent.
  static func text(_ value: Double) -> String {
    let hundredths = Int((Coordinate.clamped(value) * 100).rounded())
    guard hundredths != 0 else { return "0" }
    let size = abs(hundredths)
    var text = hundredths < 0 ? "-" : ""
    if size >= 100 { text += String(size / 100) } else { text += "0" }
    switch (size / 10 % 10, size % 10) {
    case (0, 0): break
    case (let tenth, 0): text += ".\(tenth)"
    case (let tenth, let hundredth): text += ".\(tenth)\(hundredth)"
    }
    return text
  }
}
