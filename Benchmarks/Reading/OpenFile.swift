import Glibc
import Tables

/// A file that is read from its start to its end.
struct OpenFile: ByteSource {
  private let descriptor: Int32

  init(_ path: String) {
    descriptor = unsafe Glibc.open(path, O_RDONLY)
  }

  func read(into block: inout [UInt8]) -> Int {
    // The system writes no more bytes than the block has.
    let count = unsafe block.withUnsafeMutableBytes { bytes in
      unsafe Glibc.read(descriptor, bytes.baseAddress, bytes.count)
    }
    precondition(count >= 0, "The file of a benchmark can be read.")
    return count
  }
}
