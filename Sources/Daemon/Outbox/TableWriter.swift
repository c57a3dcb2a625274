/// Writes a table as RFC 4180 asks: fields in quotes where they are text, plain numbers, CR LF
/// after each record.
struct TableWriter {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  mutating func text(_ text: String) {
    separate()
    bytes += SafeCell.quoted(text)
  }

  mutating func number(_ value: Int) {
    separate()
    bytes += Array(String(value).utf8)
  }

  /// The shortest text that reads back as the same number, without a needless `.0`; nothing for
  /// what is unknown.
  mutating func number(_ value: Double?) {
    separate()
    guard let value, value.isFinite else { return }
    var text = value.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    bytes += Array(text.utf8)
  }

  mutating func endRecord() {
    bytes += [0x0D, 0x0A]
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
  }
}
