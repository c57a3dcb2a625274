/// Decides which dataset a file belongs to, by where it lies and what it is called.
enum DatasetNaming {
  /// The folder's name pins it; else the dataset whose pattern fits; else what the file's name
  /// says.
  static func dataset(
    of name: FileName,
    folder: FileName?,
    among datasets: [DatasetSettings],
  ) -> String {
    if let folder {
      return String(decoding: folder.bytes, as: UTF8.self)
    }
    let matching = datasets.first { dataset in
      dataset.match.contains { Glob($0).matches(name) }
    }
    return matching?.name ?? words(of: name)
  }

  /// The file's name without date, counter, `(1)` and the word export; `shop` if nothing remains.
  static func words(of name: FileName) -> String {
    var kept: [UInt8] = []
    var token: [UInt8] = []
    var separator = UInt8(ascii: "_")
    for byte in FileEnding.stem(of: name) + [0] {
      let lower = lowercased(byte)
      if DatasetSettings.isNameByte(lower), lower != UInt8(ascii: "_"), lower != UInt8(ascii: "-") {
        token.append(lower)
        continue
      }
      if let word = word(token) {
        kept += kept.isEmpty ? word : [separator] + word
        separator = UInt8(ascii: "_")
      }
      token = []
      // A hyphen between two words stays one; everything else becomes an underscore.
      separator = lower == UInt8(ascii: "-") ? lower : separator
    }
    let text = String(decoding: kept.prefix(64), as: UTF8.self)
    return text.isEmpty ? "shop" : text
  }

  /// A part of a name that says what the file is about, without a date at its end.
  private static func word(_ token: [UInt8]) -> [UInt8]? {
    let text = String(decoding: token, as: UTF8.self)
    guard !["export", "exports", "exported"].contains(text), !isStamp(token) else { return nil }
    let digits = token.reversed().prefix(while: isDigit).count
    let isDated =
      [8, 14].contains(digits)
      && [[0x31, 0x39], [0x32, 0x30]].contains(
        Array(token.suffix(digits).prefix(2))
      )
    let word = isDated ? token.dropLast(digits) : token[...]
    return word.isEmpty ? nil : Array(word)
  }

  /// Only digits, or the parts of a time stamp: `20260601t120000z`.
  private static func isStamp(_ token: [UInt8]) -> Bool {
    let marks = token.filter { !isDigit($0) }
    return marks.isEmpty
      || (marks.count < token.count && marks.allSatisfy { $0 == 0x74 || $0 == 0x7A })
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }
}
