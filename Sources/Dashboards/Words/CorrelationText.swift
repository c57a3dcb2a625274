import Plots

/// How correlations are written.
enum CorrelationText {
  /// "+0.73".
  static func signed(_ r: Double, _ reading: Reading) -> String {
    let text = reading.format.fixed(r, decimals: 2)
    return r > 0.005 ? "+" + text : text
  }

  /// ".73", "−.73" or "1".
  static func short(_ r: Double, _ reading: Reading) -> String {
    let text = reading.format.fixed(r.magnitude, decimals: 2)
    let digits = text.first == "0" ? String(text.dropFirst()) : "1"
    return r < -0.005 ? NumberFormat.minus + digits : digits
  }
}
