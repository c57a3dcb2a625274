import CZstd

/// Unpacks Zstandard, frame after frame.
///
/// A class, because the library's state must be given back exactly once. It is `@safe`: the
/// pointer never leaves it.
@safe final class ZstdDecoder: StreamDecoder {
  /// Frames that ask for a window above 128 MiB are refused, whatever the file says about itself.
  private static let largestWindowLog: Int32 = 27

  private let context: OpaquePointer?
  private(set) var finishedParts = 0
  private(set) var isInsidePart = false

  init() {
    unsafe context = ZSTD_createDCtx()
    unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.largestWindowLog)
  }

  deinit {
    unsafe ZSTD_freeDCtx(context)
  }

  func decode(
    _ input: ArraySlice<UInt8>,
    into block: inout [UInt8],
    from start: Int
  )
    throws(StreamFault) -> (used: Int, made: Int)
  {
    guard isInsidePart || !input.isEmpty else { return (0, 0) }
    isInsidePart = true
    let room = block.count - start
    // The library keeps neither pointer after the call.
    let (code, used, made) = unsafe input.withUnsafeBufferPointer { source in
      unsafe block.withUnsafeMutableBufferPointer { target in
        var from = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
        let free = unsafe target.baseAddress?.advanced(by: start)
        var into = unsafe ZSTD_outBuffer(dst: free, size: room, pos: 0)
        let code = unsafe ZSTD_decompressStream(context, &into, &from)
        return unsafe (code, from.pos, into.pos)
      }
    }
    if ZSTD_isError(code) != 0 { throw Self.fault(code) }
    if code == 0 {
      finishedParts += 1
      isInsidePart = false
    }
    return (used, made)
  }

  private static func fault(_ code: Int) -> StreamFault {
    switch ZSTD_getErrorCode(code) {
    case ZSTD_error_frameParameter_windowTooLarge, ZSTD_error_memory_allocation: .tooMuchMemory
    default: .damaged
    }
  }
}
