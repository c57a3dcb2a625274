import CZlib

/// Unpacks gzip, member after member.
///
/// A class, because zlib's state must stay where it is and be given back exactly once. It is
/// `@safe`: the pointer is never nil and never leaves it.
@safe final class GzipDecoder: StreamDecoder {
  private let stream: UnsafeMutablePointer<z_stream>
  private(set) var finishedParts = 0
  private(set) var isInsidePart = false

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 16 asks for gzip alone, 15 allows every window the format knows (32 KiB).
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    let code = unsafe inflateInit2_(stream, 16 + 15, zlibVersion(), size)
    precondition(code == Z_OK, "zlib could not be prepared; it needs a few kilobytes of memory.")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  func decode(
    _ input: ArraySlice<UInt8>,
    into block: inout [UInt8],
    from start: Int
  )
    throws(StreamFault) -> (used: Int, made: Int)
  {
    if !isInsidePart {
      guard !input.isEmpty else { return (0, 0) }
      unsafe inflateReset(stream)
      isInsidePart = true
    }
    let room = block.count - start
    // zlib only reads what it calls next_in; both pointers are dropped before the closures end.
    let (code, used, made) = unsafe input.withUnsafeBufferPointer { source in
      unsafe block.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(clamping: source.count)
        unsafe stream.pointee.next_out = target.baseAddress?.advanced(by: start)
        unsafe stream.pointee.avail_out = UInt32(clamping: room)
        let code = unsafe inflate(stream, Z_NO_FLUSH)
        let used = unsafe source.count - Int(stream.pointee.avail_in)
        let made = unsafe room - Int(stream.pointee.avail_out)
        unsafe stream.pointee.next_in = nil
        unsafe stream.pointee.next_out = nil
        return (code, used, made)
      }
    }
    switch code {
    case Z_OK, Z_BUF_ERROR:
      break
    case Z_STREAM_END:
      finishedParts += 1
      isInsidePart = false
    case Z_MEM_ERROR:
      throw .tooMuchMemory
    default:
      throw .damaged
    }
    return (used, made)
  }
}
