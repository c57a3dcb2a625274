import Glibc

/// An open file that closes itself.
///
/// A class, because the descriptor must be closed exactly once however the file is passed around.
final class OpenFile: Sendable {
  let descriptor: Int32
  let path: String

  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    close(descriptor)
  }

  /// What the file system says about the open file.
  func facts() throws -> FileFacts {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure("look at") }
    return FileFacts(status)
  }

  /// Fills the buffer as far as there are bytes and says how many; 0 at the end.
  func read(into buffer: inout [UInt8]) throws(FileFailure) -> Int {
    var filled = 0
    while filled < buffer.count {
      let got = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(descriptor, bytes.baseAddress?.advanced(by: filled), bytes.count - filled)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure("read") }
      if got == 0 { break }
      filled += got
    }
    return filled
  }

  /// The byte at a place, or nothing beyond the end.
  func byte(at offset: Int) throws -> UInt8? {
    var byte: UInt8 = 0
    let got = unsafe pread(descriptor, &byte, 1, offset)
    guard got >= 0 else { throw failure("read") }
    return got == 1 ? byte : nil
  }

  /// Writes all the bytes.
  func write(_ bytes: borrowing [UInt8], count: Int? = nil) throws {
    let total = count ?? bytes.count
    try transfer(total, "write") { done in
      unsafe bytes.withUnsafeBytes { source in
        unsafe Glibc.write(descriptor, source.baseAddress?.advanced(by: done), total - done)
      }
    }
  }

  /// Writes all the bytes at a place.
  func write(_ bytes: borrowing [UInt8], at offset: Int) throws {
    try transfer(bytes.count, "write") { done in
      unsafe bytes.withUnsafeBytes { source in
        unsafe pwrite(
          descriptor,
          source.baseAddress?.advanced(by: done),
          source.count - done,
          offset + done
        )
      }
    }
  }

  /// The bytes of a place, all of which must be there.
  func bytes(_ place: Range<Int>) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: place.count)
    try transfer(place.count, "read") { done in
      unsafe bytes.withUnsafeMutableBytes { target in
        unsafe pread(
          descriptor,
          target.baseAddress?.advanced(by: done),
          target.count - done,
          place.lowerBound + done
        )
      }
    }
    return bytes
  }

  /// Goes on where the system has stopped until all bytes are through.
  private func transfer(_ count: Int, _ attempt: String, _ step: (_ done: Int) -> Int) throws {
    var done = 0
    while done < count {
      let more = step(done)
      if more < 0, errno == EINTR { continue }
      guard more > 0 else { throw failure(attempt) }
      done += more
    }
  }

  /// Waits until the bytes are on the disk.
  ///
  /// After a failure the kernel may have thrown the bytes away: the caller must not try again but
  /// start over.
  func sync() throws {
    guard fsync(descriptor) == 0 else {
      var lost = failure("save")
      lost.isLostWrite = true
      throw lost
    }
  }

  /// Asks whether anybody is writing to the file just now.
  func writer() -> Writer {
    guard fcntl(descriptor, Self.setLease, Int32(F_RDLCK)) == 0 else {
      return errno == EAGAIN ? .present : .unknown
    }
    _ = fcntl(descriptor, Self.setLease, Int32(F_UNLCK))
    return .absent
  }

  /// What the kernel knows about writers.
  enum Writer {
    case absent, present, unknown
  }

  // F_SETLEASE, which the Glibc module does not show; the same on every Linux architecture.
  private static let setLease: Int32 = 1024

  private func failure(_ attempt: String) -> FileFailure {
    FileFailure(attempt: attempt, path: path, code: errno)
  }
}
