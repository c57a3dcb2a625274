import Plots

/// A value of the report within a text, and how it is written: `seg.A.share | pct(0)`.
struct Placeholder: Sendable, Equatable {
  /// As the author wrote it.
  let source: String
  let variable: Variable
  let filters: [TextFilter]

  /// The value in words; its stand-in or a dash where there is none.
  func text(of reading: Reading, each: Portrait?) -> String {
    guard let value = variable.value(in: reading, each: each) else {
      return standIn ?? NumberFormat.missing
    }
    return filters.reduce(value) { $1.applied(to: $0, reading.format) }.text(reading)
  }

  /// Whether it must have a value and has none.
  func isUnanswered(by reading: Reading, each: Portrait?) -> Bool {
    filters.contains(.required) && variable.value(in: reading, each: each) == nil
  }

  private var standIn: String? {
    filters.lazy.compactMap { if case .standIn(let text) = $0 { text } else { nil } }.first
  }
}
