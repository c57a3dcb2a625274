/// Where the bytes of a file come from: somebody else opens files, this room only reads blocks.
///
/// It is handed to another thread between two blocks, while the block before is worked on.
package protocol ByteSource: Sendable {
  /// Fills the block from its start with the next bytes and returns how many there are.
  ///
  /// At most `block.count` bytes; fewer are allowed at any time, 0 means the end. Must not change
  /// the length of the block.
  mutating func read(into block: inout [UInt8]) throws(TableError) -> Int
}
