import CCairo

/// Collects the bytes that Cairo writes.
///
/// A class, because Cairo keeps a pointer to it until the surface is finished.
final class ByteSink {
  var bytes: [UInt8] = []

  /// The pointer under which Cairo hands the sink back; whoever passes it on keeps the sink alive.
  var closure: UnsafeMutableRawPointer {
    unsafe Unmanaged.passUnretained(self).toOpaque()
  }

  /// Cairo's way to hand over bytes.
  static let write: cairo_write_func_t = { closure, data, count in
    guard let closure = unsafe closure else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = unsafe Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    // Cairo promises `count` readable bytes at `data` for the length of this call.
    unsafe sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }
}
