internal import Glibc
internal import Synchronization

/// Turns a text in any encoding that the system knows into UTF-8, block by block.
///
/// A class, because the system's converter must be closed once, when nobody needs it any more; a copy of
/// a reader therefore shares it. What cannot be converted becomes U+FFFD and is counted.
final class IconvDecoder: Sendable {
  private let conversion: Mutex<IconvConversion>

  /// Makes a decoder; an encoding that the system does not know is refused.
  init(_ name: String) throws(TableError) {
    let opened = unsafe iconv_open("UTF-8", name)
    // iconv_open answers −1, which no pointer is, if it fails.
    guard let opened = unsafe opened, Int(bitPattern: opened) != -1 else {
      throw .unknownEncoding(name)
    }
    unsafe conversion = Mutex(IconvConversion(opened))
  }

  deinit {
    conversion.withLock { $0.close() }
  }

  /// How many characters could not be decoded.
  var undecodable: Int { conversion.withLock { $0.undecodable } }

  /// Adds the characters of a block to the text.
  func decode(_ block: ArraySlice<UInt8>, into text: inout [UInt8]) {
    text += conversion.withLock { $0.decoded(block) }
  }

  /// Adds what is left when no block follows.
  func finish(into text: inout [UInt8]) {
    text += conversion.withLock { $0.rest() }
  }
}
