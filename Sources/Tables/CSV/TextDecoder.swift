/// Turns the bytes of a file into UTF-8 where that must be done before anything else.
///
/// Encodings in which every character of CSV is its ASCII byte are left as they are: UTF-8,
/// Windows-1252 and ISO-8859-15 are decoded cell by cell.
struct TextDecoder {
  private enum Kind {
    case utf16(UTF16Decoder)
    case system(IconvDecoder)
  }

  private var kind: Kind

  /// Makes a decoder for an encoding; nil if its texts are left as they are.
  init?(_ encoding: TextEncoding) throws(TableError) {
    switch encoding {
    case .utf8, .windows1252, .latin9: return nil
    case .utf16le: kind = .utf16(UTF16Decoder(isLittleEndian: true))
    case .utf16be: kind = .utf16(UTF16Decoder(isLittleEndian: false))
    case .named(let name): kind = .system(try IconvDecoder(name))
    }
  }

  /// How many characters could not be decoded; each became U+FFFD.
  var undecodable: Int {
    switch kind {
    case .utf16(let decoder): decoder.undecodable
    case .system(let decoder): decoder.undecodable
    }
  }

  /// Adds the characters of a block to the text.
  mutating func decode(_ block: ArraySlice<UInt8>, into text: inout [UInt8]) {
    switch kind {
    case .utf16(var decoder):
      decoder.decode(block, into: &text)
      kind = .utf16(decoder)
    case .system(let decoder):
      decoder.decode(block, into: &text)
    }
  }

  /// Adds what is left when no block follows.
  mutating func finish(into text: inout [UInt8]) {
    switch kind {
    case .utf16(var decoder):
      decoder.finish(into: &text)
      kind = .utf16(decoder)
    case .system(let decoder):
      decoder.finish(into: &text)
    }
  }
}
