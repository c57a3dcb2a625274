import CZstd

/// Packs a stream of bytes as one Zstandard frame with a checksum.
///
/// A class, because the library's state must be given back exactly once. It is `@safe`: the
/// pointer never leaves it.
@safe final class ZstdEncoder {
  private let context: OpaquePointer?
  private var block: [UInt8]

  /// Makes an encoder.
  ///
  /// Level 1 packs exports to a seventh at the speed of reading them; higher levels save another
  /// tenth and take three times as long.
  init(level: Int32 = 1) {
    unsafe context = ZSTD_createCCtx()
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    block = Array(repeating: 0, count: 256 << 10)
  }

  deinit {
    unsafe ZSTD_freeCCtx(context)
  }

  /// Packs more bytes and hands on what is ready.
  func encode(_ input: ArraySlice<UInt8>, _ write: ([UInt8], Int) throws -> Void) throws {
    var place = input.startIndex
    while place < input.endIndex {
      let step = self.step(input[place...], ZSTD_e_continue)
      place += step.used
      if step.made > 0 { try write(block, step.made) }
    }
  }

  /// Ends the frame and hands on the rest.
  func finish(_ write: ([UInt8], Int) throws -> Void) throws {
    while true {
      let step = self.step([], ZSTD_e_end)
      if step.made > 0 { try write(block, step.made) }
      if step.left == 0 { return }
    }
  }

  private func step(
    _ input: ArraySlice<UInt8>,
    _ directive: ZSTD_EndDirective,
  ) -> (used: Int, made: Int, left: Int) {
    // The library keeps neither pointer after the call.
    unsafe input.withUnsafeBufferPointer { source in
      unsafe block.withUnsafeMutableBufferPointer { target in
        var from = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
        var into = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        let left = unsafe ZSTD_compressStream2(context, &into, &from, directive)
        precondition(ZSTD_isError(left) == 0, "Zstandard could not pack; its memory is short.")
        return unsafe (from.pos, into.pos, left)
      }
    }
  }
}
