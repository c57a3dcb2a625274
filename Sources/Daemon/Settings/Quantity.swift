/// Durations and sizes as people write them, with their unit.
enum Quantity {
  /// `200ms`, `2s`, `10m`, `1h`, `30d`.
  static func duration(_ text: String) -> Duration? {
    guard let (number, unit) = split(text) else { return nil }
    let milliseconds: Double
    switch unit {
    case "ms": milliseconds = 1
    case "s": milliseconds = 1000
    case "m", "min": milliseconds = 60_000
    case "h": milliseconds = 3_600_000
    case "d": milliseconds = 86_400_000
    default: return nil
    }
    let total = number * milliseconds
    return total <= 1e13 ? .milliseconds(Int64(total.rounded())) : nil
  }

  /// `512KiB`, `20GiB`, `100MB`, `64B`.
  static func bytes(_ text: String) -> Int? {
    guard let (number, unit) = split(text) else { return nil }
    let units: [String: Double] = [
      "B": 1, "KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12,
      "KiB": 1024, "MiB": 1_048_576, "GiB": 1_073_741_824, "TiB": 1_099_511_627_776,
    ]
    guard let factor = units[unit] else { return nil }
    let total = number * factor
    return total <= 1e18 ? Int(total.rounded()) : nil
  }

  /// A number of bytes as people write it: `20 GiB`, `1500 bytes`.
  static func text(ofBytes bytes: Int) -> String {
    let units = [(40, "TiB"), (30, "GiB"), (20, "MiB"), (10, "KiB")]
    let fitting = units.first { bytes >= 1 << $0.0 && bytes % (1 << $0.0) == 0 }
    guard let (shift, unit) = fitting else { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
    return "\(bytes >> shift) \(unit)"
  }

  /// `2-10`, or `4` for one number alone.
  static func range(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.map { Int($0.filter { $0 != " " }) }
    switch numbers.count {
    case 1:
      return numbers[0].map { $0...$0 }
    case 2:
      guard let low = numbers[0], let high = numbers[1], low <= high else { return nil }
      return low...high
    default:
      return nil
    }
  }

  /// Says whether this is a calendar day, such as `2026-05-31`.
  static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let month = Int(parts[1]), let day = Int(parts[2]) else {
      return false
    }
    return Int(parts[0]) != nil && (1...12).contains(month) && (1...31).contains(day)
  }

  private static func split(_ text: String) -> (Double, String)? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = Double(digits), number.isFinite else { return nil }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    return (number, String(unit))
  }
}
