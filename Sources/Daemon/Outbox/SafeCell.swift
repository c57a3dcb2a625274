/// Text cells of the tables we write, made safe for spreadsheets.
///
/// A spreadsheet runs a cell that begins like a formula. The guard looks at bytes of Unicode
/// scalars, never at what a person would call a letter, because marks can hide behind letters.
enum SafeCell {
  /// The field in quotes, guarded, on one line.
  static func quoted(_ text: String) -> [UInt8] {
    var field: [UInt8] = [quote]
    if isDangerous(text) {
      field.append(apostrophe)
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F, 0x2028, 0x2029: field.append(0x20)
      case 0x22: field += [quote, quote]
      default: field += Array(UTF8.encode(scalar).map(Array.init) ?? [0x3F])
      }
    }
    field.append(quote)
    return field
  }

  /// Says whether a spreadsheet would run it, or whether it could be taken for a guarded cell.
  static func isDangerous(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { !blanks.contains($0.value) }) else {
      return text.unicodeScalars.first.map { $0.value < 0x20 } ?? false
    }
    if first.value == 0x27 { return true }
    return triggers.contains(first.value) && !isNumber(text)
  }

  /// A number in the plain forms: `-12`, `+3.5`, `-1,5e-3`.
  static func isNumber(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
    guard takeDigits(&rest) else { return false }
    if rest.first == 0x2E || rest.first == 0x2C {
      rest.removeFirst()
      guard takeDigits(&rest) else { return false }
    }
    if rest.first == 0x65 || rest.first == 0x45 {
      rest.removeFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
      guard takeDigits(&rest) else { return false }
    }
    return rest.isEmpty
  }

  private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> Bool {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(digits.count)
    return !digits.isEmpty
  }

  private static let quote: UInt8 = 0x22
  private static let apostrophe: UInt8 = 0x27
  // Blanks that spreadsheets drop before they look: space, no-break space, byte order mark,
  // zero-width space.
  private static let blanks: Set<UInt32> = [0x20, 0xA0, 0xFEFF, 0x200B]
  // = + - @ tab LF CR NUL | % and the full-width forms of the first four.
  private static let triggers: Set<UInt32> = [
    0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D, 0x00, 0x7C, 0x25, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20,
  ]
}
