/// The slow twin of the reader: one state, one byte at a time, nothing clever.
struct SlowReader {
  /// A record as the twin finds it.
  struct Record: Equatable {
    var line: Int
    var fields: [[UInt8]]
  }

  enum State {
    case fieldStart
    case unquoted
    case quoted
    case afterQuote
  }

  let delimiter: UInt8
  var quote = UInt8(ascii: "\"")
  var hasBackslashEscapes = false

  /// All records of a text, or nil if a quote is never closed.
  func records(_ text: [UInt8]) -> [Record]? {
    var records: [Record] = []
    var state = State.fieldStart
    var line = 1
    var record = Record(line: 1, fields: [])
    var field: [UInt8] = []
    var position = 0
    while position < text.count {
      let byte = text[position]
      let isBreak = byte == 0x0a || byte == 0x0d
      let isPair = byte == 0x0d && position + 1 < text.count && text[position + 1] == 0x0a
      position += 1
      switch state {
      case .quoted
      where hasBackslashEscapes && byte == 0x5c && position < text.count
        && (text[position] == quote || text[position] == 0x5c):
        field.append(text[position])
        position += 1
      case .quoted where byte == quote:
        state = .afterQuote
      case .quoted:
        field.append(byte)
        if byte == 0x0a || (byte == 0x0d && !isPair) { line += 1 }
      case .afterQuote where byte == quote:
        field.append(quote)
        state = .quoted
      case .fieldStart where byte == quote:
        state = .quoted
      case .fieldStart, .unquoted, .afterQuote:
        if byte == delimiter {
          record.fields.append(field)
          field = []
          state = .fieldStart
        } else if isBreak {
          if isPair { position += 1 }
          line += 1
          record.fields.append(field)
          records.append(record)
          record = Record(line: line, fields: [])
          field = []
          state = .fieldStart
        } else {
          field.append(byte)
          state = .unquoted
        }
      }
    }
    if case .quoted = state { return nil }
    if let last = text.last, !(state == .fieldStart && record.fields.isEmpty && isBreak(last)) {
      record.fields.append(field)
      records.append(record)
    }
    return records
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }
}
