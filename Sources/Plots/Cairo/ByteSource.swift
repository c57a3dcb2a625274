import CCairo

/// Bytes that Cairo reads from, one piece after the other.
///
/// A class, because Cairo keeps a pointer to it while it reads.
final class ByteSource {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// What Cairo hands back to `read`.
  var closure: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

  /// Copies the next bytes; fails where there are not so many left.
  static let read: cairo_read_func_t = { closure, target, count in
    guard let closure = unsafe closure, let target = unsafe target else {
      return CAIRO_STATUS_READ_ERROR
    }
    let source = unsafe Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
    let end = source.place + Int(count)
    guard end <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
    for (offset, byte) in source.bytes[source.place..<end].enumerated() {
      unsafe target[offset] = byte
    }
    source.place = end
    return CAIRO_STATUS_SUCCESS
  }
}
