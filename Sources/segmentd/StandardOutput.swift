import Glibc

/// Standard output could not be written.
struct OutputFailure: Error, CustomStringConvertible {
  var description: String {
    "Standard output could not be written. Check the disk or the program that reads it."
  }
}

/// Standard output in blocks; a reader that has seen enough is no error of ours.
///
/// A class, because the block that is not written yet is shared by all who write.
final class StandardOutput {
  private var block: [UInt8] = []

  func write(_ text: String) throws(OutputFailure) {
    block.append(contentsOf: text.utf8)
    if block.count >= 1 << 16 { try flush() }
  }

  func flush() throws(OutputFailure) {
    var start = 0
    while start < block.count {
      let count = unsafe block.withUnsafeBytes { bytes in
        unsafe Glibc.write(
          STDOUT_FILENO,
          bytes.baseAddress?.advanced(by: start),
          bytes.count - start
        )
      }
      guard count > 0 else {
        if errno == EINTR { continue }
        if errno == EPIPE { break }
        throw OutputFailure()
      }
      start += count
    }
    block = []
  }
}
