/// A source over bytes in memory: for small things, and for tests.
package struct BytesSource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  /// Makes a source that gives these bytes once.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Makes a source that gives the text as UTF-8.
  package init(_ text: String) {
    self.init(Array(text.utf8))
  }

  package mutating func read(into block: inout [UInt8]) -> Int {
    let count = min(block.count, bytes.count - position)
    block.replaceSubrange(0..<count, with: bytes[position..<position + count])
    position += count
    return count
  }
}
