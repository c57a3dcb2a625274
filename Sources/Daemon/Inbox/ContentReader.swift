import Crypto
import FoundationEssentials
import Segments

/// Reads a file from its start in large blocks.
enum ContentReader {
  static let blockBytes = 1 << 20

  /// The SHA-256 of a file's bytes, or nothing when the file changed while it was read.
  static func hash(_ file: OpenFile) throws -> String? {
    let before = try file.facts()
    var hasher = SHA256()
    var total = 0
    try eachBlock(of: file) { block in
      hasher.update(data: block)
      total += block.count
    }
    guard try file.facts() == before, total == before.bytes else { return nil }
    return Hexadecimal.text(hasher.finalize())
  }

  static func eachBlock(of file: OpenFile, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
    var buffer = [UInt8](repeating: 0, count: blockBytes)
    while true {
      let count = try file.read(into: &buffer)
      if count == 0 { return }
      try body(buffer[..<count])
    }
  }

  /// A file as the pipeline wants it: unpacked when its name says that it is packed.
  ///
  /// - Parameter name: The name it was dropped under, which need not be the one it lies under.
  static func export(
    _ place: FilePlace,
    droppedAs name: FileName,
    day: Int32?,
    limits: LimitSettings,
  ) -> Export {
    Export(name: name.shown, receivedDay: day, limits: limits.reading) { () throws(ReadFailure) in
      let file: OpenFile
      let bytes: Int
      do {
        file = try place.open()
        bytes = try file.facts().bytes
      } catch {
        throw failure(error)
      }
      if let refusal = limits.refusal(ofBytes: bytes) { throw ReadFailure(refusal: refusal) }
      return Compression(of: name).map { unpacked(plain(file), $0, of: .table, limits) }
        ?? plain(file)
    }
  }

  /// The bytes of a file as they lie on the disk.
  static func plain(_ file: OpenFile) -> Export.Blocks {
    { (block: inout [UInt8]) throws(ReadFailure) -> Int in
      do throws(FileFailure) {
        return try file.read(into: &block)
      } catch {
        throw ReadFailure(code: error.code, words: error.cause)
      }
    }
  }

  /// The bytes that packed bytes stand for.
  static func unpacked(
    _ packed: @escaping Export.Blocks,
    _ compression: Compression,
    of content: DecodedStream.Content,
    _ limits: LimitSettings,
  ) -> Export.Blocks {
    let stream = DecodedStream(packed, compression, of: content, limits: limits)
    return { (block: inout [UInt8]) throws(ReadFailure) -> Int in try stream.read(into: &block) }
  }

  private static func failure(_ error: any Error) -> ReadFailure {
    guard let error = error as? FileFailure else { return ReadFailure(code: -1, words: "unknown") }
    return ReadFailure(code: error.code, words: error.cause)
  }
}

/// Bytes as text of two digits each.
enum Hexadecimal {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    return bytes.reduce(into: "") { text, byte in
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
  }

  /// The bytes that a text stands for; nil if it is none.
  static func bytes(_ text: String) -> [UInt8]? {
    let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[place], let low = digits[place + 1] else { return nil }
      bytes.append(UInt8(high * 16 + low))
    }
    return bytes
  }
}

/// The one hash of the house.
package enum Digest {
  package static func of(_ bytes: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: bytes))
  }

  static func text(of bytes: [UInt8]) -> String {
    Hexadecimal.text(SHA256.hash(data: bytes))
  }
}
