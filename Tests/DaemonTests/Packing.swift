import CZlib
import Foundation

@testable import Daemon

/// Packed bytes for tests.
enum Packing {
  static func zstd(_ bytes: [UInt8]) throws -> [UInt8] {
    var packed: [UInt8] = []
    let encoder = ZstdEncoder()
    try encoder.encode(bytes[...]) { packed += $0[..<$1] }
    try encoder.finish { packed += $0[..<$1] }
    return packed
  }

  /// One member of gzip.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    _ = unsafe deflateInit2_(
      &stream,
      Z_BEST_COMPRESSION,
      Z_DEFLATED,
      16 + 15,
      8,
      Z_DEFAULT_STRATEGY,
      zlibVersion(),
      size
    )
    defer { _ = unsafe deflateEnd(&stream) }
    var packed = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 1024)
    var source = bytes
    let count = unsafe source.withUnsafeMutableBufferPointer { source in
      unsafe packed.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        _ = unsafe deflate(&stream, Z_FINISH)
        return unsafe target.count - Int(stream.avail_out)
      }
    }
    return Array(packed[..<count])
  }

  static func pack(_ bytes: [UInt8], _ compression: Compression) throws -> [UInt8] {
    switch compression {
    case .gzip: gzip(bytes)
    case .zstandard: try zstd(bytes)
    }
  }
}
